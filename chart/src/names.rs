//! Where names go.

/// A rectangle by left, top, right and bottom.
pub type Area = (f64, f64, f64, f64);

/// Where the names go: beside their dots, without covering each other or a dot, within `bounds`.
/// `dots` holds centre and width of the name; the result is the left edge and middle of each name,
/// none where there is no room: the table has every name.
pub fn place_names(
    dots: &[((f64, f64), f64)],
    radius: f64,
    height: f64,
    bounds: Area,
) -> Vec<Option<(f64, f64)>> {
    let area = |left: f64, middle: f64, width: f64| -> Area {
        (left, middle - height / 2.0, left + width, middle + height / 2.0)
    };
    let mut taken: Vec<Area> =
        dots.iter().map(|((x, y), _)| (x - radius, y - radius, x + radius, y + radius)).collect();
    let mut places = Vec::with_capacity(dots.len());
    for (i, ((x, y), width)) in dots.iter().enumerate() {
        let gap = radius + 3.0;
        let (right, left, middle) = (x + gap, x - gap - width, x - width / 2.0);
        let (above, below) = (y - gap - height / 2.0, y + gap + height / 2.0);
        let candidates = [
            (right, *y),
            (left, *y),
            (middle, above),
            (middle, below),
            (right, above + gap / 2.0),
            (right, below - gap / 2.0),
            (left, above + gap / 2.0),
            (left, below - gap / 2.0),
        ];
        let free = candidates.into_iter().find(|(left, middle)| {
            let wanted = area(*left, *middle, *width);
            inside(wanted, bounds)
                && taken.iter().enumerate().all(|(other, occupied)| other == i || !overlap(wanted, *occupied))
        });
        if let Some((left, middle)) = free {
            taken.push(area(left, middle, *width));
        }
        places.push(free);
    }
    places
}

fn overlap(a: Area, b: Area) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

fn inside(a: Area, bounds: Area) -> bool {
    a.0 >= bounds.0 && a.1 >= bounds.1 && a.2 <= bounds.2 && a.3 <= bounds.3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cover_neither_dots_nor_each_other() {
        let bounds = (0.0, 0.0, 300.0, 200.0);
        let dots: Vec<_> =
            (0..8).map(|i| ((40.0 + 28.0 * f64::from(i), 100.0 + 4.0 * f64::from(i % 3)), 60.0)).collect();
        let places = place_names(&dots, 5.0, 14.0, bounds);
        let areas: Vec<Area> = places
            .iter()
            .flatten()
            .map(|(left, middle)| (*left, middle - 7.0, left + 60.0, middle + 7.0))
            .collect();
        assert!(areas.len() >= 6, "{places:?}");
        for (i, a) in areas.iter().enumerate() {
            assert!(inside(*a, bounds));
            assert!(areas[i + 1..].iter().all(|b| !overlap(*a, *b)));
            assert!(dots.iter().all(|((x, y), _)| !overlap(*a, (x - 5.0, y - 5.0, x + 5.0, y + 5.0))));
        }
    }
}
