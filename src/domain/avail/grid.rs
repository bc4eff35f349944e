//! Avails as one looks them over: each right on offer, and for any territories whether it is free there.

use super::{Avail, FreeBox, Grant, free_boxes};
use crate::{
    country::Country, date::Date, kinds::Exclusivity, right::Right, right::RightSet,
    territory::TerritorySet, window::Window,
};

/// Rights that stand alike in every country: a row of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    pub rights: RightSet,
    /// Where it is offered, from today on.
    pub offered: TerritorySet,
    /// Where something of it is free, from today on.
    pub free: TerritorySet,
    /// Where that can be had exclusively.
    pub exclusive: TerritorySet,
    /// The days on which something is free anywhere.
    pub windows: Vec<Window>,
}

/// How a row stands in some territories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// In every one of them.
    Free {
        exclusive: bool,
    },
    /// In so many of so many.
    Partly {
        free: usize,
        of: usize,
    },
    /// Offered, but sold, optioned or held back.
    Taken,
    NotOffered,
}

impl GridRow {
    pub fn cell(&self, territories: &TerritorySet) -> Cell {
        let free = self.free.intersect(territories);
        if free.is_empty() {
            return match self.offered.overlaps(territories) {
                true => Cell::Taken,
                false => Cell::NotOffered,
            };
        }
        if free.len() < territories.len() {
            return Cell::Partly {
                free: free.len(),
                of: territories.len(),
            };
        }
        Cell::Free {
            exclusive: self.exclusive.contains_all(territories),
        }
    }
}

/// Every right on offer from a day on; rights that stand alike share a row. In the order of the rights.
pub fn grid(avails: &[Avail], grants: &[Grant], today: Date) -> Vec<GridRow> {
    let boxes = free_boxes(avails, grants);
    let mut rows: Vec<GridRow> = Vec::new();
    for right in leaves() {
        let row = row(avails, &boxes, right, today);
        if row.offered.is_empty() {
            continue;
        }
        let alike = rows.iter_mut().find(|other| {
            (other.offered, other.free, other.exclusive) == (row.offered, row.free, row.exclusive)
                && other.windows == row.windows
        });
        match alike {
            Some(other) => other.rights = other.rights.union(row.rights),
            None => rows.push(row),
        }
    }
    rows
}

fn leaves() -> impl Iterator<Item = Right> {
    let all = Right::ALL.iter().copied();
    all.filter(|right| right.children().next().is_none())
}

fn row(avails: &[Avail], boxes: &[FreeBox], right: Right, today: Date) -> GridRow {
    let mut row = GridRow {
        rights: RightSet::from_rights([right]),
        offered: TerritorySet::EMPTY,
        free: TerritorySet::EMPTY,
        exclusive: TerritorySet::EMPTY,
        windows: Vec::new(),
    };
    let current = |window: &Window| window.last() >= today;
    for avail in avails {
        if avail.rights.contains(right) && current(&avail.window) {
            row.offered = row.offered.union(&avail.territories.expand());
        }
    }
    for piece in boxes {
        if piece.rights.contains(right) && current(&piece.window) {
            row.free = row.free.union(&piece.territories);
            row.windows.push(piece.window);
            if piece.exclusivity == Exclusivity::Exclusive {
                row.exclusive = row.exclusive.union(&piece.territories);
            }
        }
    }
    row.windows = Window::union(std::mem::take(&mut row.windows));
    row
}

/// What one can have in a country from a day on: rights, days and terms, alike ones together, the earliest
/// first.
pub fn free_in(
    avails: &[Avail],
    grants: &[Grant],
    country: Country,
    today: Date,
) -> Vec<(Window, RightSet, Exclusivity)> {
    let mut found: Vec<(Window, RightSet, Exclusivity)> = Vec::new();
    for piece in free_boxes(avails, grants) {
        if !piece.territories.contains(country) || piece.window.last() < today {
            continue;
        }
        let alike = found
            .iter_mut()
            .find(|(window, _, terms)| *window == piece.window && *terms == piece.exclusivity);
        match alike {
            Some((_, rights, _)) => *rights = rights.union(piece.rights),
            None => found.push((piece.window, piece.rights, piece.exclusivity)),
        }
    }
    found.sort_by_key(|(window, rights, _)| (window.first(), window.last(), rights.bits()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::avail::availability;
    use serde_json::json;

    fn avails() -> Vec<Avail> {
        serde_json::from_value(json!([
            {"rights": ["svod", "avod"], "territories": "worldwide,-US", "window": "2027-01-01/2029-12-31", "exclusivity": "exclusive"},
            {"rights": ["theatrical"], "territories": "HK,MO", "window": "2027-06-01/2027-12-31", "exclusivity": "non-exclusive"},
            {"rights": ["airline"], "territories": "JP", "window": "2020-01-01/2021-12-31", "exclusivity": "exclusive"},
        ]))
        .unwrap()
    }

    fn grants() -> Vec<Grant> {
        serde_json::from_value(json!([
            {"rights": ["svod"], "territories": ["JP"], "window": "2026-01-01/2030-12-31", "exclusivity": "exclusive", "kind": "granted"},
        ]))
        .unwrap()
    }

    fn set(text: &str) -> TerritorySet {
        text.parse().unwrap()
    }

    #[test]
    fn each_right_on_offer_stands_once() {
        let today = "2027-03-01".parse().unwrap();
        let rows = grid(&avails(), &grants(), today);
        let rights: Vec<Vec<Right>> = rows.iter().map(|row| row.rights.iter().collect()).collect();
        // What is over is not offered, and what differs in one country is told apart.
        assert_eq!(
            rights,
            [
                vec![Right::Theatrical],
                vec![Right::Svod],
                vec![Right::Avod]
            ]
        );
        let [theatrical, svod, _] = &rows[..] else {
            panic!("three rows");
        };
        assert_eq!(theatrical.cell(&set("HK")), Cell::Free { exclusive: false });
        assert_eq!(
            theatrical.cell(&set("greater-china")),
            Cell::Partly { free: 2, of: 4 }
        );
        assert_eq!(theatrical.cell(&set("JP")), Cell::NotOffered);
        assert_eq!(svod.cell(&set("JP")), Cell::Taken);
        assert_eq!(svod.cell(&set("dach")), Cell::Free { exclusive: true });
        assert_eq!(svod.cell(&set("US")), Cell::NotOffered);
    }

    #[test]
    fn the_grid_says_the_same_as_the_answer_for_one_country() {
        let today: Date = "2027-03-01".parse().unwrap();
        let (avails, grants) = (avails(), grants());
        let from_now = Window::starting(today).unwrap();
        for row in grid(&avails, &grants, today) {
            for right in row.rights.iter() {
                for code in ["HK", "JP", "US", "FR", "MO"] {
                    let country: Country = code.parse().unwrap();
                    let said = availability(&avails, &grants, right, country, &from_now);
                    let open = matches!(row.cell(&country.into()), Cell::Free { .. });
                    assert_eq!(open, said.is_open(), "{right} in {code}");
                }
            }
        }
    }

    #[test]
    fn what_is_free_in_a_country_is_listed_by_window() {
        let today = "2027-03-01".parse().unwrap();
        let found = free_in(&avails(), &grants(), "HK".parse().unwrap(), today);
        assert_eq!(found.len(), 2);
        assert_eq!(
            found[0].1,
            RightSet::from_rights([Right::Svod, Right::Avod])
        );
        assert_eq!(found[1].2, Exclusivity::NonExclusive);
        assert!(free_in(&avails(), &grants(), "US".parse().unwrap(), today).is_empty());
    }
}
