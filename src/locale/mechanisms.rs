//! The list of mechanisms: a sentence for each, in the order of `docs/model.md`,
//! and links to it.

use yew::prelude::*;

crate::messages! {
    /// What cards, scenarios and the list call M1 to M31.
    pub enum MechanismMessage {
        Title => "mechanism.title" "The mechanisms, M1 to M31";
        Note => "mechanism.note" "What the model is made of, a sentence each. They are the argument’s claims; whether they hold is what the levers show and the data may decide.";
        M1 => "mechanism.m1" "Deficit spending is private duration bought with cash that is spent again: prices rise on balance.";
        M2 => "mechanism.m2" "AI capex does the same as long as idle money pays for it.";
        M3 => "mechanism.m3" "With the tank empty each further dollar is pulled from other assets: the same move turns its sign.";
        M4 => "mechanism.m4" "Scarce capital costs more than in proportion.";
        M5 => "mechanism.m5" "Funded out of the tub, capex is quantitative easing in reverse.";
        M6 => "mechanism.m6" "A deficit has the Fed as its last holder, capex has none.";
        M7 => "mechanism.m7" "The most speculative assets move most, in glut and in scarcity.";
        M8 => "mechanism.m8" "Holders who promised money sell what they believe in least.";
        M9 => "mechanism.m9" "Losses tighten margins and sell again.";
        M10 => "mechanism.m10" "Runoff into scarce reserves works faster, and its mere announcement works.";
        M11 => "mechanism.m11" "Near earnings win, far ones lose; memory makers earn now and less later.";
        M12 => "mechanism.m12" "Bitcoin moves first and most.";
        M13 => "mechanism.m13" "Momentum falls though earnings hold.";
        M14 => "mechanism.m14" "Cash is a position.";
        M15 => "mechanism.m15" "A rising Treasury account drains.";
        M16 => "mechanism.m16" "Being short of reserves shows in SOFR over IORB: the repo rate above what the Fed pays on reserves.";
        M17 => "mechanism.m17" "Reverse repo is the first buffer, reserves the second.";
        M18 => "mechanism.m18" "Runoff ends and purchases begin.";
        M19 => "mechanism.m19" "Ample, tight, depleted, crisis; steps can be skipped.";
        M20 => "mechanism.m20" "A reopened government spends its account: relief, while the drain by capex stays.";
        M21 => "mechanism.m21" "Market value widens the tub: the same water stands lower.";
        M22 => "mechanism.m22" "Vendors finance their customers: less draw today, a steeper spiral.";
        M23 => "mechanism.m23" "Debt off the balance sheet reaches credit spreads.";
        M24 => "mechanism.m24" "Capex beyond the power that can be connected is paid and idle.";
        M25 => "mechanism.m25" "Labour replaced by machines earns and saves less.";
        M26 => "mechanism.m26" "Short-lived chips are written off; slower earnings turn the loop round.";
        M27 => "mechanism.m27" "Treasury supply takes saving.";
        M28 => "mechanism.m28" "Stablecoins buy bills and carry a run back to them.";
        M29 => "mechanism.m29" "Hoarded savings do not come back.";
        M30 => "mechanism.m30" "Money goes round faster or slower.";
        M31 => "mechanism.m31" "Help that comes late or runs out does not help.";
    }
}

impl MechanismMessage {
    /// The sentences, M1 first.
    pub const ALL: [MechanismMessage; 31] = [
        MechanismMessage::M1,
        MechanismMessage::M2,
        MechanismMessage::M3,
        MechanismMessage::M4,
        MechanismMessage::M5,
        MechanismMessage::M6,
        MechanismMessage::M7,
        MechanismMessage::M8,
        MechanismMessage::M9,
        MechanismMessage::M10,
        MechanismMessage::M11,
        MechanismMessage::M12,
        MechanismMessage::M13,
        MechanismMessage::M14,
        MechanismMessage::M15,
        MechanismMessage::M16,
        MechanismMessage::M17,
        MechanismMessage::M18,
        MechanismMessage::M19,
        MechanismMessage::M20,
        MechanismMessage::M21,
        MechanismMessage::M22,
        MechanismMessage::M23,
        MechanismMessage::M24,
        MechanismMessage::M25,
        MechanismMessage::M26,
        MechanismMessage::M27,
        MechanismMessage::M28,
        MechanismMessage::M29,
        MechanismMessage::M30,
        MechanismMessage::M31,
    ];
}

/// A text in which each row of the list, such as M7, is a link to its sentence.
pub fn linked(text: &str) -> Html {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, row, after)) = next_row(rest) {
        let (id, name) = (format!("#m{row}"), format!("M{row}"));
        pieces.push(html! { <>{ before.to_owned() }<a href={id}>{ name }</a></> });
        rest = after;
    }
    pieces.push(rest.to_owned().into());
    html! { <>{ for pieces }</> }
}

/// The first row of the list that a text names, with what stands before and after it.
fn next_row(text: &str) -> Option<(&str, usize, &str)> {
    text.match_indices('M').find_map(|(at, _)| {
        let after = &text[at + 1..];
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let row = after[..digits].parse().ok()?;
        (1..=MechanismMessage::ALL.len()).contains(&row).then_some((&text[..at], row, &after[digits..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Message;

    #[test]
    fn rows_are_found_in_a_text() {
        assert_eq!(next_row("Mechanisms M7, M12"), Some(("Mechanisms ", 7, ", M12")));
        assert_eq!(next_row("机制M1–M3"), Some(("机制", 1, "–M3")));
        assert_eq!(next_row("More than M32, M0"), None);
    }

    #[test]
    fn sentences_stand_in_the_order_of_their_numbers() {
        for (message, row) in MechanismMessage::ALL.iter().zip(1..) {
            assert_eq!(message.key(), format!("mechanism.m{row}"));
        }
    }

    /// The list is that of the documentation.
    #[test]
    fn the_documentation_has_a_row_for_each() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/model.md");
        let text = std::fs::read_to_string(path).unwrap();
        let rows = text.lines().filter(|line| line.starts_with("| M")).count();
        assert_eq!(rows, MechanismMessage::ALL.len());
        for (message, row) in MechanismMessage::ALL.iter().zip(1..) {
            let said = message.english().trim_end_matches('.');
            let said = said.split(':').next().unwrap();
            assert!(text.contains(&format!("| M{row} | {said}")), "M{row}: {said}");
        }
    }
}
