//! Genres: what they are called, which word lists tell their stories, and for whom they are made.

use slate_domain::kinds::{Category, Rating, TargetAudience};

use super::dice::Dice;

/// A genre of the demonstration.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The English name that the catalogue files it under.
    pub label: &'static str,
    /// The section of the stories.
    pub story: &'static str,
    /// What a film of it is called in a synopsis, in English and in Chinese.
    pub film: (&'static str, &'static str),
}

const fn kind(
    label: &'static str,
    story: &'static str,
    film: (&'static str, &'static str),
) -> Kind {
    Kind { label, story, film }
}

const KINDS: [(Kind, u32); 16] = [
    (kind("Drama", "drama", ("drama", "劇情片")), 22),
    (kind("Thriller", "thriller", ("thriller", "驚悚片")), 11),
    (kind("Crime", "crime", ("crime film", "罪案片")), 9),
    (kind("Romance", "romance", ("romance", "愛情片")), 10),
    (kind("Comedy", "comedy", ("comedy", "喜劇")), 10),
    (kind("Horror", "horror", ("horror film", "恐怖片")), 7),
    (
        kind(
            "Science fiction",
            "scifi",
            ("science-fiction story", "科幻片"),
        ),
        6,
    ),
    (kind("Action", "action", ("action film", "動作片")), 7),
    (
        kind("Martial arts", "action", ("martial-arts tale", "武俠片")),
        4,
    ),
    (kind("Family", "family", ("family film", "闔家歡電影")), 5),
    (kind("Historical", "history", ("period drama", "歷史片")), 5),
    (kind("War", "history", ("war film", "戰爭片")), 2),
    (kind("Fantasy", "fantasy", ("fantasy", "奇幻片")), 5),
    (kind("Mystery", "crime", ("mystery", "懸疑片")), 4),
    (
        kind(
            "Coming of age",
            "drama",
            ("coming-of-age story", "成長電影"),
        ),
        5,
    ),
    (kind("Musical", "romance", ("musical", "歌舞片")), 2),
];

pub fn draw(dice: &mut Dice, category: Category) -> Kind {
    if category == Category::Animation && dice.chance(60) {
        let wanted = dice.one(["Family", "Fantasy", "Science fiction"]);
        if let Some((kind, _)) = KINDS.iter().find(|(kind, _)| kind.label == wanted) {
            return *kind;
        }
    }
    dice.weighted(KINDS)
}

/// What a synopsis calls the work.
pub fn called(dice: &mut Dice, category: Category, kind: Kind) -> (&'static str, &'static str) {
    match category {
        Category::Film => kind.film,
        Category::Short => ("short film", "短片"),
        Category::Documentary => ("documentary", "紀錄片"),
        Category::Animation => ("animated feature", "動畫長片"),
        Category::TvSeries => ("series", "劇集"),
        Category::Format => ("format", "節目模式"),
        Category::Game => ("game", "遊戲"),
        Category::Literary => dice.one([
            ("novel", "小說"),
            ("graphic novel", "圖像小說"),
            ("webtoon", "網漫"),
        ]),
    }
}

/// The names under which the catalogue files it: one or two.
pub fn labels(dice: &mut Dice, category: Category, kind: Kind) -> Vec<&'static str> {
    let first = match category {
        Category::Documentary => {
            dice.one(["Society", "Music", "Nature", "History", "Sport", "Portrait"])
        }
        Category::Format => dice.one([
            "Game show",
            "Reality",
            "Talent",
            "Cooking",
            "Dating",
            "Talk",
        ]),
        _ => kind.label,
    };
    let second = dice.weighted(KINDS).label;
    let plot = !matches!(category, Category::Documentary | Category::Format);
    if plot && second != first && dice.chance(45) {
        vec![first, second]
    } else {
        vec![first]
    }
}

pub fn audience(dice: &mut Dice, kind: Kind) -> (TargetAudience, Rating) {
    match kind.story {
        "family" => dice.one([
            (TargetAudience::Family, Rating::General),
            (TargetAudience::Kids, Rating::General),
            (TargetAudience::All, Rating::ParentalGuidance),
        ]),
        "horror" => dice.one([
            (TargetAudience::Adults, Rating::Mature),
            (TargetAudience::YoungAdults, Rating::Adult),
        ]),
        "romance" | "comedy" | "fantasy" => dice.one([
            (TargetAudience::YoungAdults, Rating::Teens),
            (TargetAudience::All, Rating::ParentalGuidance),
            (TargetAudience::Teens, Rating::Teens),
        ]),
        _ => dice.one([
            (TargetAudience::Adults, Rating::Mature),
            (TargetAudience::Adults, Rating::Teens),
            (TargetAudience::YoungAdults, Rating::Teens),
        ]),
    }
}
