//! What holds of every value: escaping, and a title through its row.

use proptest::prelude::*;
use slate_domain::date::Timestamp;
use slate_domain::id::{CompanyId, EditionId, TitleId};
use slate_domain::listing::{Listing, ListingStatus};
use slate_domain::title::Title;

use super::columns::Column;
use super::row_to_title::{Defaults, TitleRow};
use super::slugs::Slugs;
use super::table::{Cell, Row};
use super::title_to_row::title_row;
use super::{Format, join, split};

const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);

fn listing(title: TitleId) -> Listing {
    let edition = EditionId::from_parts(1, [2; 10]);
    Listing {
        title,
        edition,
        status: ListingStatus::Listed,
        featured: 3,
    }
}

/// The row of a title as a file of this format would give it back.
fn row_of(title: &Title, format: Format) -> Row {
    let slug = "the-company".parse().unwrap();
    let (columns, cells): (Vec<Column>, Vec<Cell>) =
        title_row(title, &slug, Some(&listing(title.id)))
            .unwrap()
            .into_iter()
            .unzip();
    let cells = cells
        .into_iter()
        .map(|cell| match format {
            Format::Csv => Cell::Text(cell.text().into_owned()),
            Format::JsonLines => {
                let text = serde_json::to_string(&cell.to_json()).unwrap();
                Cell::from_json(serde_json::from_str(&text).unwrap())
            }
        })
        .collect();
    Row {
        line: 2,
        columns: columns.into(),
        cells,
    }
}

fn read(row: &Row) -> TitleRow {
    let (title, findings) = TitleRow::read(row).unwrap_or_else(|findings| panic!("{findings:?}"));
    assert_eq!(findings, []);
    title
}

fn made(row: TitleRow, company: CompanyId) -> Title {
    let slug = row.slug.clone().unwrap();
    let defaults = Defaults {
        now: NOW,
        draft: true,
    };
    row.make(TitleId::from_parts(9, [9; 10]), slug, company, &defaults)
        .unwrap()
}

fn words() -> impl Strategy<Value = String> {
    // What breaks files: separators, quotes, backslashes, line ends, braces, and scripts of several bytes.
    "[a-z|\\\\,;\"'\n{}=é花\u{1F3AC} ]{0,30}"
}

prop_compose! {
    fn any_title()(
        texts in prop::collection::vec(words(), 12),
        numbers in prop::collection::vec(0_u32..5_000, 6),
        lists in prop::collection::vec(prop::collection::vec(words(), 0..4), 5),
        flags in any::<u8>(),
    ) -> Title {
        fn parsed<T: std::str::FromStr>(values: &[String]) -> Vec<T> {
            values.iter().filter_map(|value| value.parse().ok()).collect()
        }
        fn each_once<T: PartialEq>(values: Vec<T>) -> Vec<T> {
            values.into_iter().fold(Vec::new(), |mut all, value| {
                if !all.contains(&value) {
                    all.push(value);
                }
                all
            })
        }
        let tags = ["en", "zh-Hant-HK", "yue", "pt-BR"];
        let at = |n: usize| texts[n].parse().ok();
        let row = Row {
            line: 1,
            columns: [Column::parse("id").unwrap(), Column::parse("title").unwrap()].into(),
            cells: vec![
                Cell::Text(TitleId::from_parts(u64::from(numbers[0]), [flags; 10]).to_string()),
                Cell::Text(format!("A{}", texts[0].replace('\n', " "))),
            ],
        };
        let (row, _) = TitleRow::read(&row).unwrap();
        let defaults = Defaults { now: NOW, draft: flags & 1 == 0 };
        let slug = format!("title-{}", numbers[1]).parse().unwrap();
        let mut title =
            row.make(TitleId::from_parts(1, [1; 10]), slug, CompanyId::from_parts(1, [1; 10]), &defaults).unwrap();
        title.source_id = (flags & 2 == 0).then(|| format!("s:{}", numbers[2]).parse().unwrap());
        title.original_language = (flags & 4 == 0).then(|| tags[usize::from(flags) % 4].parse().unwrap());
        for (n, tag) in tags.iter().enumerate() {
            let tag: slate_domain::language::LanguageTag = tag.parse().unwrap();
            if let Some(name) = at(1 + n) { title.texts.titles.insert(tag.clone(), name); }
            if let Ok(logline) = texts[5 + n].parse() { title.texts.loglines.insert(tag.clone(), logline); }
            if let Ok(synopsis) = texts[8 + n % 4].parse() { title.texts.synopses.insert(tag.clone(), synopsis); }
            let aliases: Vec<slate_domain::text::Name> = each_once(parsed(&lists[n]));
            if !aliases.is_empty() { title.texts.aliases.insert(tag, aliases); }
        }
        title.genres = each_once(parsed(&lists[3]));
        title.keywords = each_once(parsed(&lists[4]));
        title.languages = tags.iter().take(numbers[3] as usize % 5).map(|tag| tag.parse().unwrap()).collect();
        title.runtime = numbers[4].to_string().parse().ok();
        title.year = numbers[4].to_string().parse().ok();
        title.budget = (flags & 8 == 0).then(|| format!("HKD {}", numbers[5]).parse().unwrap());
        title.published = (flags & 16 == 0).then(|| Timestamp::from_millis(i64::from(numbers[5])));
        title
    }
}

proptest! {
    #[test]
    fn what_is_joined_is_split_into_the_same(values in prop::collection::vec("[a|\\\\b é]{1,8}", 0..6)) {
        let values: Vec<String> =
            values.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect();
        prop_assert_eq!(split(&join(&values)), values);
    }

    #[test]
    fn splitting_never_loses_a_character_that_is_not_an_escape(cell in "[a-z|\\\\ ]{0,20}") {
        let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
        prop_assert_eq!(letters(&split(&cell).concat()), letters(&cell));
    }

    #[test]
    fn a_title_comes_back_from_its_row(title in any_title()) {
        for format in [Format::Csv, Format::JsonLines] {
            let row = read(&row_of(&title, format));
            prop_assert_eq!(row.listing_status, Some(Some(ListingStatus::Listed)));
            prop_assert_eq!(row.featured, Some(3));
            prop_assert_eq!(&made(row, title.company), &title);
            // And onto itself it changes nothing.
            let row = read(&row_of(&title, format));
            prop_assert_eq!(&row.update(&title, None, NOW), &title);
        }
    }

    #[test]
    fn no_row_makes_the_reader_panic(cells in prop::collection::vec("\\PC{0,20}|\\[.{0,10}|\\{.{0,10}", 54)) {
        let columns: Vec<Column> = super::columns::Field::ALL.iter().map(|field| Column::Fixed(*field)).collect();
        let cells = cells.into_iter().take(columns.len()).map(Cell::Text).collect();
        let row = Row { line: 1, columns: columns.into(), cells };
        let _ = TitleRow::read(&row);
        let _ = super::row_to_company::CompanyRow::read(&row);
        let _ = super::row_to_company::EditionRow::read(&row);
    }
}

#[test]
fn a_backslash_that_escapes_nothing_is_a_backslash() {
    assert_eq!(
        split(r"C:\films|a\|b| |\\|x\"),
        [r"C:\films", "a|b", r"\", r"x\"]
    );
    assert_eq!(split(""), [""; 0]);
    assert_eq!(join(["a|b", r"c\"]), r"a\|b|c\\");
}

#[test]
fn the_numbers_of_a_name_go_on_where_they_ended() {
    let columns = ["source_id", "title"].map(|name| Column::parse(name).unwrap());
    let cells = ["1", "Untitled"].map(|text| Cell::Text(text.to_owned()));
    let row = Row {
        line: 2,
        columns: columns.into(),
        cells: cells.into(),
    };
    let defaults = Defaults {
        now: NOW,
        draft: true,
    };
    let title = read(&row).make(
        TitleId::from_parts(9, [9; 10]),
        "untitled".parse().unwrap(),
        CompanyId::from_parts(1, [1; 10]),
        &defaults,
    );
    let title = title.unwrap();
    let mut slugs = Slugs::new("title".parse().unwrap());
    for number in 2..50 {
        slugs.begin_batch();
        let choice = slugs.choices(&title).nth(1).unwrap();
        assert_eq!(
            slugs.settle(&choice).as_str(),
            format!("untitled-{number}").as_str()
        );
    }
}
