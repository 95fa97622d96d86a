//! Words of the role-play: five roles, one tub.

use bathtub_lessons::game::Cause;
use bathtub_lessons::role::Role;
use yew::AttrValue;

use super::units::Amount;
use super::{Argument, Number, Words};

crate::messages! {
    /// Words of the role-play.
    pub enum RoleMessage {
        Title => "role.title" "Role-play: five hands on one tub";
        Open => "role.open" "Role-play for a class";
        About => "role.about" "Five roles, each with levers of its own, move the same water. Decide, end the quarter, and see who did what to the water and whose ducks sank. Nothing is sent; the game is kept on this device alone.";
        Begin => "role.begin" "Begin with";
        Start => "role.start" "Start the game";
        Another => "role.another" "Another game";
        GoOn => "role.go_on" "Go on with the last game";
        Join => "role.join" "Or join a game: paste its code";

        Quarter { quarter: Number, quarters: Number } => "role.quarter" "Quarter {quarter} of {quarters}: decide";
        Over { quarters: Number } => "role.over" "The game is over after {quarters|one=# quarter|other=# quarters}.";
        End => "role.end" "End the quarter";
        TakeBack => "role.take_back" "Take the last quarter back";
        Elsewhere => "role.elsewhere" "The page that all look at ends the quarter. Hand it your code, and paste its code here afterwards.";
        Steps => "role.steps" "A lever that you leave alone stays where it is. Only the lever of the Treasury’s account goes back to zero in each quarter. Values snap to the steps of the sliders.";
        Roles => "role.roles" "Roles";
        Moved => "role.moved" "has moved something";
        SoFar { value: AttrValue } => "role.so_far" "left alone: {value}";
        LookBack => "role.look_back" "Look back";
        AtStart => "role.at_start" "Start";
        AfterQuarter { quarter: Number } => "role.after_quarter" "After quarter {quarter}";

        Treasury => "role.treasury" "Treasury";
        Fed => "role.fed" "Fed";
        Builder => "role.builder" "AI builder";
        Fund => "role.fund" "Sovereign fund";
        Household => "role.household" "Households";
        TreasurySays => "role.treasury.says" "You pay for the government. Filling your account takes water out of the tub; spending it lets water back. You borrow in bills or in bonds. When the duck of the Treasuries sinks, new debt costs you more.";
        FedSays => "role.fed.says" "You hold bonds and set the policy rate. Bonds that run off take reserves out of the banks; bonds that you buy bring them. You have no duck: you mind the strain in the money market, SOFR over the rate on reserves.";
        BuilderSays => "role.builder.says" "You build data centres. You decide how much you spend and who lends it: savers, vehicles beside your balance sheet, or your own suppliers. Megacaps and memory are your ducks.";
        FundSays => "role.fund.says" "Your money waits in the tank beside the tub. You can add to it or draw it out, and promise money to the builders. A promise is kept even if you must sell what you believe in least: bitcoin and software are your ducks.";
        HouseholdSays => "role.household.says" "You earn and save. You decide how much of it stays cash, how much goes into stablecoins, and how freely you spend. Your savings float on the S&P 500 and on momentum.";

        Cards => "role.cards" "Role-play: cards to print";
        CardsSay => "role.cards.says" "A card for each role, with room for what it decides in each quarter. Print one, or print all five: each begins on a page of its own.";
        AllCards => "role.cards.all" "All five";
        ToCards => "role.cards.to" "Cards to print";
        AtPage => "role.at_page" "The role-play at the page";
        Lever => "role.lever" "Quarter";
        Decisions => "role.decisions" "What you decide";
        RangeOf { low: AttrValue, high: AttrValue, now: AttrValue } => "role.range_of" "from {low} to {high}; at the newest start {now}";

        Accounts => "role.accounts" "Who did what";
        InQuarter { quarter: Number } => "role.in_quarter" "In quarter {quarter}";
        SinceStart => "role.since_start" "Since the start";
        Water => "role.water" "Water level";
        Nobody => "role.nobody" "By itself";
        Change => "role.change" "Change";
        WaterMoved { from: Number, to: Number, most: Most } => "role.water_moved" "The water went from {from} to {to}. {most}";
        DuckMoved { name: AttrValue, change: Number, most: Most } => "role.duck_moved" "{name} {change}. {most}";
        SpreadMoved { from: Number, to: Number, most: Most } => "role.spread_moved" "SOFR − IORB went from {from} to {to} bp. {most}";
        MostBy { role: RoleName, part: Number } => "role.most_by" "Largest part: {role}, {part}.";
        MostItself { part: Number } => "role.most_itself" "Largest part: by itself, {part}.";
        Hardly => "role.hardly" "It hardly moved.";
        Decided { levers: AttrValue } => "role.decided" "Decided: {levers}.";
        TankNow { bn: Amount } => "role.tank_now" "In the tank now: {bn}. The lever counts what was put in since the start: raise it to add the difference, lower it to draw it out.";
        AccountNow { bn: Amount, floor: Amount } => "role.account_now" "In the account now: {bn}. It keeps at least {floor}.";
        RateNow => "role.rate_now" "The whole change since the start: left alone, it surprises nobody any more.";
        Reckoned => "role.reckoned" "How the parts are reckoned";
        Explained => "role.explained" "The water in points of its level, prices in points of per cent of the price at the start, SOFR − IORB in basis points. “By itself” is what would have happened if nobody had decided anything. The parts add up to the change: what a role did is what it brings on average over all orders in which the roles could have decided (Shapley’s value), and what it did in earlier quarters goes on to count. All numbers are rounded, so a last digit can be off by one.";
        LineAll => "role.line.all" "with all decisions";
        LineNobody => "role.line.nobody" "without any";

        Devices => "role.devices" "On several devices";
        DevicesSay => "role.devices.says" "Open this page on each device, paste the code of the game there, and choose who sits at it. Each role decides and hands its code back: paste all of them here before you end the quarter. After it, hand the new code out.";
        Sits => "role.sits" "Who sits at this device";
        All => "role.all" "all five roles";
        CodeOfGame => "role.code_of_game" "Code of the game";
        CodeOfRole { role: RoleName } => "role.code_of_role" "Your code: {role}";
        Codes => "role.codes" "Codes from other devices";
        Take => "role.take" "Take the codes";
        TookGame => "role.took_game" "The game stands here as it stands there.";
        TookDecisions { roles: Number } => "role.took_decisions" "Decisions of {roles|one=# role|other=# roles} taken.";
        NoCode => "role.no_code" "There is no code of a game in it. A code begins with TUBGAME1: and ends with :END.";
        Refused { number: Number, why: AttrValue } => "role.refused" "Code {number} was not taken: {why}";
        WhyOther => "role.why.other" "it is of another game. Put this one away first (“Another game”) if you want that one.";
        WhyOtherWay => "role.why.other_way" "it is of this game, which went another way there. Take the last quarters back here, or there.";
        WhyEnded => "role.why.ended" "it is of a quarter that has ended here.";
    }
}

/// A role by its name, within a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleName(pub Role);

impl Argument for RoleName {
    fn write(&self, words: &Words) -> String {
        words.text(&name(self.0)).to_string()
    }
}

/// What most of a change came from, as a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Most {
    /// What, and how much; none where it hardly moved.
    pub by: Option<Cause>,
    /// Decimals of how much.
    pub decimals: u8,
}

impl Argument for Most {
    fn write(&self, words: &Words) -> String {
        let message = match self.by {
            Some(Cause::Role(role, part)) => {
                RoleMessage::MostBy { role: RoleName(role), part: Number::signed(part, self.decimals) }
            }
            Some(Cause::Itself(part)) => {
                RoleMessage::MostItself { part: Number::signed(part, self.decimals) }
            }
            None => RoleMessage::Hardly,
        };
        words.text(&message).to_string()
    }
}

/// Name of a role.
pub const fn name(role: Role) -> RoleMessage {
    match role {
        Role::Treasury => RoleMessage::Treasury,
        Role::Fed => RoleMessage::Fed,
        Role::Builder => RoleMessage::Builder,
        Role::Fund => RoleMessage::Fund,
        Role::Household => RoleMessage::Household,
    }
}

/// What a role is told about itself.
pub const fn brief(role: Role) -> RoleMessage {
    match role {
        Role::Treasury => RoleMessage::TreasurySays,
        Role::Fed => RoleMessage::FedSays,
        Role::Builder => RoleMessage::BuilderSays,
        Role::Fund => RoleMessage::FundSays,
        Role::Household => RoleMessage::HouseholdSays,
    }
}
