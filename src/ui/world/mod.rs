//! A map of the world on which countries are free, taken or not on offer: by colour and by pattern.

mod outlines;

use std::fmt::Write;

use outlines::OUTLINES;
use slate_domain::avail::GridRow;
use slate_domain::country::Country;
use slate_domain::territory::TerritorySet;

/// Where something is free, and where everything that is offered is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct World {
    pub free: TerritorySet,
    pub taken: TerritorySet,
}

impl World {
    pub fn of(rows: &[GridRow]) -> Self {
        let all = |set: fn(&GridRow) -> &TerritorySet| {
            rows.iter()
                .fold(TerritorySet::EMPTY, |all, row| all.union(set(row)))
        };
        let free = all(|row| &row.free);
        Self {
            taken: all(|row| &row.offered).minus(&free),
            free,
        }
    }

    /// How many countries something is offered in.
    pub fn offered(&self) -> usize {
        self.free.len() + self.taken.len()
    }
}

/// The map as a document of its own, which works on dark and on light ground. `marked` gets a ring.
pub fn svg(world: &World, marked: Option<Country>) -> String {
    let mut free = String::new();
    let mut taken = String::new();
    let mut other = String::new();
    let mut ring = String::new();
    for (code, path) in OUTLINES {
        let country = Country::from_code(code);
        let is_in = |set: &TerritorySet| country.is_some_and(|country| set.contains(country));
        let layer = if is_in(&world.free) {
            &mut free
        } else if is_in(&world.taken) {
            &mut taken
        } else {
            &mut other
        };
        layer.push_str(path);
        if marked.is_some() && country == marked {
            let _ = write!(
                ring,
                "<path d='{path}' fill='none' stroke='#ff7a45' stroke-width='6'/>\
                 <path d='{path}' fill='#ff7a45' stroke='#fff' stroke-width='1.5'/>"
            );
        }
    }
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 460' width='1000' height='460'>\
         <defs><pattern id='t' width='6' height='6' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'>\
         <path d='M0 0H6V6H0Z' fill='#d9645a' fill-opacity='.25'/><path d='M0 0H2.5V6H0Z' fill='#d9645a'/></pattern></defs>\
         <path d='{other}' fill='#8a8795' fill-opacity='.22' stroke='#8a8795' stroke-opacity='.5' stroke-width='.5'/>\
         <path d='{taken}' fill='url(#t)' stroke='#d9645a' stroke-width='.6'/>\
         <path d='{free}' fill='#2fae74' stroke='#0f6b43' stroke-width='.6'/>{ring}</svg>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outline_is_a_country_that_is_there() {
        for (code, path) in OUTLINES {
            assert!(Country::from_code(code).is_some(), "{code}");
            assert!(path.starts_with('M') && path.ends_with('z'), "{code}");
        }
        for code in ["HK", "MO", "SG", "TW", "JP", "KR", "FR", "US"] {
            assert!(OUTLINES.iter().any(|(one, _)| *one == code), "{code}");
        }
    }

    #[test]
    fn countries_lie_in_the_layer_of_their_state() {
        let set = |text: &str| text.parse::<TerritorySet>().unwrap();
        let world = World {
            free: set("HK"),
            taken: set("FR"),
        };
        let outline = |code| OUTLINES.iter().find(|(one, _)| *one == code).unwrap().1;
        let map = svg(&world, "HK".parse().ok());
        assert!(map.contains(&format!("<path d='{}' fill='#2fae74'", outline("HK"))));
        assert!(map.contains(&format!("<path d='{}' fill='url(#t)'", outline("FR"))));
        assert!(map.contains("#ff7a45"));
        assert_eq!(world.offered(), 2);
    }
}
