//! The edition: a market in Hong Kong in March 2027, and the plan of its halls.

use slate_domain::ParseError;
use slate_domain::date::{Timestamp, parse_date};
use slate_domain::edition::{Booth, BoothCode, Edition, Hall, MarketDay};
use slate_domain::id::EditionId;

use super::hans::simplified;

/// When the demonstration was made, for everything that needs a time: 1 February 2027, noon in Hong Kong.
pub const MADE: Timestamp = Timestamp::from_millis(1_801_454_400_000);

pub const NAME: &str = "Harbour Film Market 2027";

/// Lengths in decimetres.
const STAND: u32 = 30;
const AISLE: u32 = 40;
const MARGIN: u32 = 50;
/// Stands along an island, on each side of the cross aisle.
const HALF: u32 = 10;
/// Islands of two rows back to back.
const ISLANDS: u32 = 7;

pub fn id(seed: u64) -> EditionId {
    let [a, b, c, d, e, f, g, h] = seed.to_be_bytes();
    EditionId::from_parts(
        MADE.as_millis().unsigned_abs(),
        [0x5E, 0xED, a, b, c, d, e, f, g, h],
    )
}

pub fn edition(seed: u64) -> Result<Edition, ParseError> {
    let day = |date: &str, closes: &str| -> Result<MarketDay, ParseError> {
        let hour = |text: &str| {
            text.parse()
                .map_err(|_| ParseError::new("time", text, "give HH:MM"))
        };
        MarketDay::new(parse_date(date)?, hour("09:30")?, hour(closes)?)
    };
    let zh = "海港電影市場2027";
    Ok(Edition {
        id: id(seed),
        slug: "harbour-2027".parse()?,
        name: NAME.parse()?,
        names: [
            ("en".parse()?, NAME.parse()?),
            ("zh-Hant".parse()?, zh.parse()?),
            ("zh-Hans".parse()?, simplified(zh).parse()?),
        ]
        .into_iter()
        .collect(),
        venue: Some("Harbour Exhibition Halls, Hong Kong".parse()?),
        time_zone: "Asia/Hong_Kong".parse()?,
        season: "2027-02-22/2027-04-18".parse()?,
        market_days: vec![
            day("2027-03-15", "18:00")?,
            day("2027-03-16", "18:00")?,
            day("2027-03-17", "18:00")?,
            day("2027-03-18", "17:00")?,
        ],
        halls: vec![
            hall("1", ("Hall 1 · Lantern", "一號館 · 燈籠"))?,
            hall("3", ("Hall 3 · Ferry", "三號館 · 渡輪"))?,
            hall("5", ("Hall 5 · Peak", "五號館 · 山頂"))?,
        ],
        languages: ["en", "zh-Hant", "zh-Hans"]
            .iter()
            .map(|tag| tag.parse())
            .collect::<Result<_, _>>()?,
        currencies: ["HKD", "USD", "CNY", "EUR", "JPY"]
            .iter()
            .map(|code| code.parse())
            .collect::<Result<_, _>>()?,
    })
}

/// Islands of two rows of stands back to back, a letter for each row; the ends of every other row are
/// double stands.
fn hall(code: &str, (en, zh): (&str, &str)) -> Result<Hall, ParseError> {
    let mut booths = Vec::new();
    for row in 0..ISLANDS * 2 {
        let letter = char::from(b'A' + u8::try_from(row).unwrap_or(0));
        let y = MARGIN + row * STAND + (row / 2) * AISLE;
        let mut number = 1;
        for half in 0..2 {
            let mut place = 0;
            while place < HALF {
                let double = row % 2 == 0 && place == 0;
                let width = if double { 2 } else { 1 };
                let x = MARGIN + (half * HALF + place) * STAND + half * AISLE;
                let code: BoothCode = format!("{code}{letter}-{number:02}").parse()?;
                booths.push(Booth {
                    code,
                    x,
                    y,
                    width: width * STAND,
                    depth: STAND,
                });
                place += width;
                number += 1;
            }
        }
    }
    Ok(Hall {
        code: code.parse()?,
        name: en.parse()?,
        names: [
            ("en".parse()?, en.parse()?),
            ("zh-Hant".parse()?, zh.parse()?),
            ("zh-Hans".parse()?, simplified(zh).parse()?),
        ]
        .into_iter()
        .collect(),
        width: 2 * MARGIN + 2 * HALF * STAND + AISLE,
        depth: 2 * MARGIN + ISLANDS * 2 * STAND + (ISLANDS - 1) * AISLE,
        booths,
    })
}
