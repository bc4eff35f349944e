//! Avails and grants as real slates have them: what is offered where and when, and what is gone.

use slate_domain::ParseError;
use slate_domain::avail::{Avail, Grant, GrantKind, Holdback};
use slate_domain::date::parse_date;
use slate_domain::kinds::{Category, Exclusivity, Stage};
use slate_domain::right::RightSet;
use slate_domain::window::Window;

use super::dice::Dice;

/// What a title offers and what of it is taken.
#[derive(Debug, Default)]
pub struct Rights {
    pub avails: Vec<Avail>,
    pub grants: Vec<Grant>,
}

/// Regions that are sold as one.
const REGIONS: [&str; 14] = [
    "greater-china",
    "japan-korea",
    "asean",
    "south-asia",
    "north-america",
    "latin-america",
    "dach",
    "french-speaking-europe",
    "uk-ireland",
    "nordics",
    "central-eastern-europe",
    "mena",
    "anz",
    "sub-saharan-africa",
];
const SCREENS: &str = "cinematic,home-video,ppv,pay-tv,free-tv,vod,ancillary";
const BROADCAST: &str = "pay-tv,free-tv,svod,avod,fast";

impl Rights {
    fn offer(
        &mut self,
        rights: &str,
        territories: &str,
        window: &str,
        exclusivity: Exclusivity,
    ) -> Result<(), ParseError> {
        self.avails.push(Avail {
            id: None,
            rights: right_set(rights)?,
            territories: territories.parse()?,
            window: window.parse()?,
            exclusivity,
            languages: Vec::new(),
            holdback: None,
        });
        Ok(())
    }

    /// Holds back what was offered last.
    fn hold_back(&mut self, until: &str, note: &str) -> Result<(), ParseError> {
        if let Some(avail) = self.avails.last_mut() {
            avail.holdback = Some(Holdback {
                until: parse_date(until)?,
                note: Some(note.parse()?),
            });
        }
        Ok(())
    }

    fn take(
        &mut self,
        kind: GrantKind,
        rights: &str,
        territories: &str,
        window: &str,
        exclusivity: Exclusivity,
    ) -> Result<(), ParseError> {
        self.grants.push(Grant {
            rights: right_set(rights)?,
            territories: territories.parse()?,
            window: window.parse::<Window>()?,
            exclusivity,
            languages: Vec::new(),
            kind,
        });
        Ok(())
    }

    fn sold(&mut self, dice: &mut Dice, rights: &str, territories: &str) -> Result<(), ParseError> {
        let until = dice.one(["2030-12-31", "2032-03-31", "2034-06-30"]);
        self.take(
            GrantKind::Granted,
            rights,
            territories,
            &format!("2026-09-01/{until}"),
            Exclusivity::Exclusive,
        )
    }
}

fn right_set(words: &str) -> Result<RightSet, ParseError> {
    let rights: Result<Vec<_>, ParseError> = words.split(',').map(str::parse).collect();
    Ok(RightSet::from_rights(rights?))
}

/// What a title of this kind offers at the market. `home` is the country it comes from.
pub fn rights(
    dice: &mut Dice,
    category: Category,
    stage: Stage,
    home: &str,
) -> Result<Rights, ParseError> {
    let mut rights = Rights::default();
    match category {
        Category::Literary => allied(
            dice,
            &mut rights,
            "remake,sequel,merchandising,game,publishing",
            home,
        )?,
        Category::Game => allied(dice, &mut rights, "game,merchandising,publishing", home)?,
        Category::Format => format(dice, &mut rights, home)?,
        _ if stage <= Stage::Development => early(dice, &mut rights, home)?,
        _ if stage <= Stage::Production => pre_sale(dice, &mut rights, home)?,
        Category::TvSeries | Category::Documentary | Category::Short => {
            broadcast(dice, &mut rights, home)?
        }
        _ => match dice.below(3) {
            0 => world_sales(dice, &mut rights, home)?,
            1 => regional(dice, &mut rights)?,
            _ => after_the_cinema(dice, &mut rights, home)?,
        },
    }
    Ok(rights)
}

/// The start of the licence and, some years on, its end.
fn window(dice: &mut Dice) -> String {
    let from = dice.one([
        "2027-03-15",
        "2027-04-01",
        "2027-07-01",
        "2027-10-01",
        "2028-01-01",
    ]);
    let until = dice.one(["2032-12-31", "2034-12-31", "2037-03-31", "2042-03-31"]);
    format!("{from}/{until}")
}

/// All screens, the world without the home country; two regions are gone already.
fn world_sales(dice: &mut Dice, rights: &mut Rights, home: &str) -> Result<(), ParseError> {
    let window = window(dice);
    rights.offer(
        SCREENS,
        &format!("worldwide,-{home}"),
        &window,
        Exclusivity::Exclusive,
    )?;
    for _ in 0..dice.between(0, 3) {
        let region = dice.one(REGIONS);
        rights.sold(dice, SCREENS, region)?;
    }
    if dice.chance(40) {
        rights.take(
            GrantKind::Option,
            "theatrical,svod",
            dice.one(["FR", "DE", "JP", "AU", "IT"]),
            "2027-01-15/2027-05-31",
            Exclusivity::Exclusive,
        )?;
    }
    if dice.chance(55) {
        rights.offer(
            "remake,sequel",
            "worldwide",
            "2027-03-15/..",
            Exclusivity::Exclusive,
        )?;
    }
    Ok(())
}

/// Region by region, each on terms of its own.
fn regional(dice: &mut Dice, rights: &mut Rights) -> Result<(), ParseError> {
    let first = dice.below(REGIONS.len());
    let step = dice.one([1, 3, 5]);
    for place in 0..dice.between(3, 6) as usize {
        let region = REGIONS[(first + place * step) % REGIONS.len()];
        let window = window(dice);
        match dice.below(3) {
            0 => rights.offer(SCREENS, region, &window, Exclusivity::Exclusive)?,
            1 => rights.offer(
                "theatrical,tvod,est",
                region,
                &window,
                Exclusivity::Exclusive,
            )?,
            _ => rights.offer("svod,avod,fast", region, &window, Exclusivity::NonExclusive)?,
        }
        if dice.chance(25) {
            rights.sold(dice, "pay-tv,svod", region)?;
        }
    }
    Ok(())
}

/// Television and streaming once the cinemas have had their time.
fn after_the_cinema(dice: &mut Dice, rights: &mut Rights, home: &str) -> Result<(), ParseError> {
    let without = dice.one(["-US,-CA", "-JP,-KR", "-CN,-HK,-MO,-TW", "-GB,-IE"]);
    rights.offer(
        "cinematic,ancillary",
        &format!("worldwide,{without}"),
        "2027-03-15/2032-12-31",
        Exclusivity::Exclusive,
    )?;
    rights.offer(
        "tvod,est",
        "worldwide",
        "2027-09-01/2034-12-31",
        Exclusivity::NonExclusive,
    )?;
    rights.hold_back("2027-12-31", "Not before the cinema run has ended")?;
    rights.offer(
        BROADCAST,
        "worldwide",
        "2028-01-01/2034-12-31",
        Exclusivity::Exclusive,
    )?;
    rights.hold_back(
        dice.one(["2028-03-31", "2028-06-30", "2028-09-30"]),
        "Nine months after the first theatrical release",
    )?;
    if !without.contains(home) {
        rights.sold(dice, SCREENS, home)?;
    }
    if dice.chance(50) {
        rights.take(
            GrantKind::Granted,
            "airline,ship",
            "worldwide",
            "2027-06-01/2028-05-31",
            Exclusivity::NonExclusive,
        )?;
    }
    Ok(())
}

/// Series, documentaries and shorts: broadcasters and platforms first.
fn broadcast(dice: &mut Dice, rights: &mut Rights, home: &str) -> Result<(), ParseError> {
    let window = window(dice);
    let territories = format!("worldwide,-{home}");
    if dice.chance(60) {
        rights.offer(BROADCAST, &territories, &window, Exclusivity::Exclusive)?;
    } else {
        rights.offer(
            "pay-tv,free-tv",
            &territories,
            &window,
            Exclusivity::Exclusive,
        )?;
        rights.offer("vod", &territories, &window, Exclusivity::NonExclusive)?;
    }
    rights.offer(
        "airline,ship,hotel,non-theatrical",
        "worldwide",
        &window,
        Exclusivity::NonExclusive,
    )?;
    for _ in 0..dice.between(0, 2) {
        let region = dice.one(REGIONS);
        let what = dice.one(["svod", "pay-tv,svod", "free-tv"]);
        rights.sold(dice, what, region)?;
    }
    if dice.chance(35) {
        rights.offer(
            "remake,format",
            dice.one(["worldwide", "asia", "europe", "latin-america"]),
            "2027-03-15/2033-12-31",
            Exclusivity::Exclusive,
        )?;
    }
    Ok(())
}

/// Before the shoot: the world in advance, partners' countries kept.
fn pre_sale(dice: &mut Dice, rights: &mut Rights, home: &str) -> Result<(), ParseError> {
    let from = dice.one(["2028-01-01", "2028-06-01", "2029-01-01"]);
    rights.offer(
        SCREENS,
        &format!("worldwide,-{home}"),
        &format!("{from}/2043-12-31"),
        Exclusivity::Exclusive,
    )?;
    if dice.chance(45) {
        let region = dice.one(REGIONS);
        rights.take(
            GrantKind::Granted,
            SCREENS,
            region,
            &format!("{from}/2038-12-31"),
            Exclusivity::Exclusive,
        )?;
    }
    if dice.chance(30) {
        let region = dice.one(REGIONS);
        rights.take(
            GrantKind::Option,
            "svod",
            region,
            &format!("{from}/2033-12-31"),
            Exclusivity::Exclusive,
        )?;
    }
    if dice.chance(25) {
        rights.offer(
            "merchandising,game,publishing",
            "worldwide",
            &format!("{from}/.."),
            Exclusivity::NonExclusive,
        )?;
    }
    Ok(())
}

/// Hardly anything to sell yet: a first region, or the story itself.
fn early(dice: &mut Dice, rights: &mut Rights, home: &str) -> Result<(), ParseError> {
    if dice.chance(45) {
        rights.offer(
            SCREENS,
            &format!("worldwide,-{home}"),
            "2028-06-01/2044-12-31",
            Exclusivity::Exclusive,
        )?;
    }
    if dice.chance(25) {
        rights.offer(
            "remake,publishing",
            "worldwide",
            "2027-03-15/..",
            Exclusivity::Exclusive,
        )?;
    }
    Ok(())
}

/// Books, comics and games: what can be made of them, here exclusively and there not.
fn allied(dice: &mut Dice, rights: &mut Rights, what: &str, home: &str) -> Result<(), ParseError> {
    rights.offer(
        what,
        &format!("worldwide,-{home}"),
        "2027-03-15/2035-12-31",
        Exclusivity::Exclusive,
    )?;
    rights.offer(
        "merchandising",
        dice.one(["asia", "asean", "greater-china"]),
        "2027-03-15/..",
        Exclusivity::NonExclusive,
    )?;
    if dice.chance(40) {
        let region = dice.one(REGIONS);
        let what = dice.one(["publishing", "game", "remake"]);
        rights.sold(dice, what, region)?;
    }
    Ok(())
}

/// A format goes country by country; some have made it already.
fn format(dice: &mut Dice, rights: &mut Rights, home: &str) -> Result<(), ParseError> {
    rights.offer(
        "format",
        &format!("worldwide,-{home}"),
        "2027-03-15/2033-12-31",
        Exclusivity::Exclusive,
    )?;
    rights.offer(
        "free-tv,svod,avod",
        "worldwide",
        "2027-03-15/2031-12-31",
        Exclusivity::NonExclusive,
    )?;
    for _ in 0..dice.between(0, 3) {
        let country = dice.one(["TH", "VN", "KR", "ES", "FR", "BR", "NL", "PL", "MX", "ID"]);
        rights.sold(dice, "format", country)?;
    }
    Ok(())
}
