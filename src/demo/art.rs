//! What a title shows besides words: key art and stills drawn for it, a trailer of its genre, a deck.

use std::borrow::Cow;

use sha2::{Digest, Sha256};
use slate_domain::ParseError;
use slate_domain::credit::CreditRole;
use slate_domain::id::MaterialId;
use slate_domain::kinds::{Category, MaterialKind, Stage};
use slate_domain::material::{Material, MaterialSource, MediaKey};
use slate_domain::title::Title;
use slate_domain::visibility::Visibility;

use super::deck::{self, Deck};
use super::draw::{self, Brief};
use super::edition::{self, MADE};
use super::trailers;

/// So many titles have pictures, the first ones; a catalogue for measuring needs no more.
const DRAWN: u32 = 2_000;

/// A file of the media store and the material it is.
#[derive(Debug)]
pub struct Piece {
    pub key: MediaKey,
    pub content: Cow<'static, [u8]>,
    pub material: Material,
}

/// The pictures of the title of this number; always the same for the same title.
pub fn pieces(number: u32, title: &Title, company: &str) -> Result<Vec<Piece>, ParseError> {
    if number >= DRAWN {
        return Ok(Vec::new());
    }
    let id = title.id.as_uuid().as_bytes();
    let seed = id
        .iter()
        .rev()
        .take(8)
        .fold(0, |seed, byte| seed << 8 | u64::from(*byte));
    let name = title.texts.titles.get(&"en".parse()?);
    let name = name.unwrap_or(&title.original).as_str();
    let chinese = title.texts.titles.get(&"zh-Hant".parse()?);
    let original = title.original_language.as_ref().map(|tag| tag.as_str());
    let other = match (title.original.as_str(), original) {
        (original, Some(tag)) if original != name => Some((original, tag)),
        _ => chinese.map(|text| (text.as_str(), "zh-Hant")),
    };
    let genre = title.genres.first().map_or("", |genre| genre.code());
    let credit = credit(title);
    let brief = Brief {
        seed,
        genre,
        category: title.category.code(),
        form: title.category.label(),
        name,
        other,
        credit: &credit,
    };
    let of_title = |kind, number: u32, content: Vec<u8>| {
        let place = match number {
            0 => title.slug.to_string(),
            number => format!("{}-{number}", title.slug),
        };
        let end = if kind == MaterialKind::Deck {
            "pdf"
        } else {
            "svg"
        };
        piece(title, kind, number, (&place, end), content.into())
    };
    let key_art = draw::key_art(&brief).into_bytes();
    let mut pieces = vec![of_title(MaterialKind::KeyArt, 0, key_art)?];
    for still in 0..stills(title, seed) {
        let drawn = draw::still(&brief, still).into_bytes();
        pieces.push(of_title(MaterialKind::Still, still + 1, drawn)?);
    }
    if title.category != Category::Literary && title.stage >= Stage::Production && seed % 10 < 7 {
        let clip = trailers::of(genre);
        let place = (clip.genre, "mp4");
        let mut trailer = piece(title, MaterialKind::Trailer, 0, place, clip.bytes.into())?;
        trailer.material.seconds = Some(trailers::SECONDS);
        pieces.push(trailer);
    }
    if seed % 7 != 3 {
        let text = |of: Option<&str>| of.unwrap_or_default().to_owned();
        let english = "en".parse()?;
        let line = match title.filed_under() {
            Some(year) => format!("{} · {year}", title.category.label()),
            None => title.category.label().to_owned(),
        };
        let deck = deck::draw(&Deck {
            name,
            line: &line,
            logline: &text(title.texts.loglines.get(&english).map(|text| text.as_str())),
            synopsis: &text(title.texts.synopses.get(&english).map(|text| text.as_str())),
            company,
            market: edition::NAME,
            colours: deck_colours(seed),
        });
        pieces.push(of_title(MaterialKind::Deck, 0, deck)?);
    }
    Ok(pieces)
}

/// The ground and the light of the key art, for the deck.
fn deck_colours(seed: u64) -> [[f32; 3]; 2] {
    let palette = draw::palette(seed);
    [&palette[0], &palette[3]].map(|hex| {
        [1, 3, 5].map(|at| {
            let part = hex.get(at..at + 2);
            let part = part.and_then(|part| u8::from_str_radix(part, 16).ok());
            f32::from(part.unwrap_or_default()) / 255.0
        })
    })
}

/// What nobody has shot yet has no stills, and neither has what is only written.
fn stills(title: &Title, seed: u64) -> u32 {
    match title.stage {
        _ if title.category == Category::Literary => 0,
        Stage::Idea => 0,
        Stage::Development | Stage::Packaging => [0, 0, 3][(seed % 3) as usize],
        _ => 3 + (seed % 4) as u32,
    }
}

fn credit(title: &Title) -> String {
    let by = |role: CreditRole| title.credits.iter().find(|credit| credit.role == role);
    let (words, who) = match title.category {
        Category::Literary => ("", by(CreditRole::Writer)),
        Category::TvSeries => ("Created by ", by(CreditRole::Writer)),
        _ => ("A film by ", by(CreditRole::Director)),
    };
    who.map_or_else(String::new, |credit| format!("{words}{}", credit.name))
}

fn piece(
    title: &Title,
    kind: MaterialKind,
    number: u32,
    (place, end): (&str, &str),
    content: Cow<'static, [u8]>,
) -> Result<Piece, ParseError> {
    let digest = Sha256::digest(&content);
    let hash: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let key: MediaKey = format!("demo/{}/{place}.{hash}.{end}", kind.code()).parse()?;
    // Of the title and the number, so that a changed drawing is the same material.
    let mut random = [0; 10];
    let source = [
        title.id.as_uuid().as_bytes().as_slice(),
        kind.code().as_bytes(),
        &number.to_be_bytes(),
    ];
    let digest = Sha256::digest(source.concat());
    random.copy_from_slice(&digest[..10]);
    Ok(Piece {
        material: Material {
            id: MaterialId::from_parts(MADE.as_millis().unsigned_abs(), random),
            kind,
            access: Visibility::Public,
            source: MaterialSource::Stored(key.as_str().parse()?),
            label: None,
            language: None,
            seconds: None,
        },
        key,
        content,
    })
}
