//! Catalogue files in and out: what comes back, what is written again and what is not.

mod again;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use slate::catalogue::exchange::{
    ExchangeError, Format, ImportOptions, ImportSummary, Progress, export, import,
};
use slate::server::clock::Clock;
use slate::store::{Db, companies, editions, listings, participations, titles};
use slate_domain::listing::{Approval, ListingStatus, Participation};
use slate_domain::title::Title;

use crate::support::{Scratch, on_both, sample};

/// A folder with files to import.
pub struct Files(tempfile::TempDir);

impl Files {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    pub fn options(&self, files: &[PathBuf]) -> ImportOptions {
        ImportOptions {
            files: files.to_vec(),
            data_dir: self.0.path().to_owned(),
            ..ImportOptions::default()
        }
    }
}

pub fn clock() -> Clock {
    Clock::starting_at(sample::moment(0))
}

pub async fn run(db: &Db, options: &ImportOptions) -> Result<ImportSummary, ExchangeError> {
    import(db, &clock(), options, &Progress::hidden()).await
}

/// Imports one file of this name and content.
pub async fn import_text(
    db: &Db,
    files: &Files,
    name: &str,
    content: impl AsRef<[u8]>,
) -> ImportSummary {
    let file = files.write(name, content);
    run(db, &files.options(&[file])).await.unwrap()
}

pub async fn title_of(db: &Db, slug: &str) -> Title {
    titles::by_slug(db, &slug.parse().unwrap())
        .await
        .unwrap()
        .unwrap_or_else(|| panic!("no title {slug}"))
}

/// Created, updated, unchanged, rejected.
pub fn counts(summary: &ImportSummary) -> [u64; 4] {
    [
        summary.created,
        summary.updated,
        summary.unchanged,
        summary.rejected,
    ]
}

async fn exported(db: &Db, format: Format) -> String {
    let mut out = Vec::new();
    export(db, format, &mut out).await.unwrap();
    String::from_utf8(out).unwrap()
}

/// A market with everything: two companies, one of which takes no part, people, halls, full titles.
async fn fill(db: &Db) {
    let mut tx = db.begin(sample::moment(0)).await.unwrap();
    editions::put(&mut tx, &sample::edition(1), true)
        .await
        .unwrap();
    companies::put(
        &mut tx,
        &[sample::company(1), sample::company(2), sample::company(3)],
    )
    .await
    .unwrap();
    companies::put_people(&mut tx, &[sample::person(1, 1), sample::person(2, 1)])
        .await
        .unwrap();
    let pending = Participation {
        approval: Approval::Pending,
        booth: None,
        ..sample::participation(2, 1)
    };
    participations::put(&mut tx, &[sample::participation(1, 1), pending])
        .await
        .unwrap();
    let mut all: Vec<Title> = (1..6)
        .map(|n| sample::full_title(n, 1))
        .chain((6..9).map(|n| sample::title(n, 2)))
        .collect();
    for (n, title) in all.iter_mut().enumerate() {
        // Each has materials of its own.
        for material in &mut title.materials {
            let bytes = [
                n as u8 + 1,
                7,
                7,
                7,
                material.kind.index() as u8,
                7,
                7,
                7,
                7,
                7,
            ];
            material.id = slate_domain::id::MaterialId::from_parts(5, bytes);
        }
    }
    all[1].source_id = None;
    all[2].keywords = vec![
        "a|b".parse().unwrap(),
        r"back\slash".parse().unwrap(),
        "=1+1".parse().unwrap(),
    ];
    titles::put(&mut tx, &all).await.unwrap();
    let mut listed: Vec<_> = (1..9).map(|n| sample::listing(n, 1)).collect();
    listed[3].status = ListingStatus::Withheld;
    listings::put(&mut tx, &listed).await.unwrap();
    tx.commit().await.unwrap();
}

async fn an_export_into_an_empty_database_gives_the_same_catalogue(scratch: Arc<Scratch>) {
    let origin = Scratch::sqlite();
    let origin = origin.db().await;
    fill(&origin).await;
    let db = scratch.db().await;
    let files = Files::new();
    let (csv, lines) = (
        exported(&origin, Format::Csv).await,
        exported(&origin, Format::JsonLines).await,
    );
    assert_eq!(lines.lines().count(), 1 + 3 + 8);

    let summary = import_text(&db, &files, "all.csv", &csv).await;
    assert_eq!(
        (counts(&summary), summary.left_out),
        ([12, 0, 0, 0], 0),
        "{:?}",
        summary.report
    );
    assert_eq!(exported(&db, Format::Csv).await, csv);
    assert_eq!(exported(&db, Format::JsonLines).await, lines);

    // Again, in either form: nothing is written.
    let last = slate::store::changes::last(&db).await.unwrap();
    for (name, content) in [("all.csv", &csv), ("all.jsonl", &lines)] {
        let summary = import_text(&db, &files, name, content).await;
        assert_eq!(counts(&summary), [0, 0, 12, 0], "{name}");
    }
    assert_eq!(slate::store::changes::last(&db).await.unwrap(), last);
}

async fn json_lines_into_an_empty_database_give_the_same_catalogue(scratch: Arc<Scratch>) {
    let origin = Scratch::sqlite();
    let origin = origin.db().await;
    fill(&origin).await;
    let db = scratch.db().await;
    let lines = exported(&origin, Format::JsonLines).await;
    import_text(&db, &Files::new(), "all.ndjson", &lines).await;
    assert_eq!(exported(&db, Format::JsonLines).await, lines);
    assert_eq!(
        exported(&db, Format::Csv).await,
        exported(&origin, Format::Csv).await
    );
}

async fn titles_are_filed_published_and_listed(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let files = Files::new();
    let csv = "source_id,title,languages,year,release_date,trailers,category\n\
               a,Ariel,fi,1988,,https://example.org/a|https://example.org/b,\n\
               b,Avenir,fr|en,2031,,,documentary\n\
               c,Demain,fr,,2027-05-01,,\n";
    import_text(&db, &files, "a.csv", csv).await;
    let ariel = title_of(&db, "ariel").await;
    assert_eq!(ariel.original_language, Some("fi".parse().unwrap()));
    assert_eq!(
        (
            ariel.status.code(),
            ariel.stage.code(),
            ariel.category.code()
        ),
        ("published", "released", "film")
    );
    assert_eq!(
        (ariel.created, ariel.published.unwrap()),
        (ariel.updated, ariel.created)
    );
    assert_eq!(ariel.materials.len(), 2);
    let avenir = title_of(&db, "avenir").await;
    assert_eq!(
        (avenir.original_language, avenir.stage.code()),
        (None, "production")
    );
    assert_eq!(title_of(&db, "demain").await.stage.code(), "production");

    let company = companies::by_slug(&db, &"imported-catalogue".parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    let edition = editions::current(&db).await.unwrap().unwrap();
    assert_eq!(
        (company.name.as_str(), edition.name.as_str()),
        ("Imported catalogue", "Slate Market")
    );
    assert!(participations::of_edition(&db, &edition.id).await.unwrap()[0].is_exhibitor());
    assert_eq!(
        listings::of_edition(&db, &edition.id).await.unwrap().len(),
        3
    );

    // Another company, as drafts; the trailers that stay keep their ids.
    let options = ImportOptions {
        company: Some("Harbour Films".parse().unwrap()),
        draft: true,
        ..files.options(&[files.write(
            "b.csv",
            csv.replace("https://example.org/a|", "")
                .replace("c,D", "d,D"),
        )])
    };
    assert_eq!(counts(&run(&db, &options).await.unwrap()), [1, 1, 1, 0]);
    assert_eq!(title_of(&db, "ariel").await.materials, ariel.materials[1..]);
    let demain = title_of(&db, "demain-2027").await;
    assert_eq!((demain.status.code(), demain.published), ("draft", None));
    let company = companies::by_slug(&db, &"harbour-films".parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(demain.company, company.id);
}

async fn columns_that_are_not_in_the_file_stay(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    fill(&db).await;
    let files = Files::new();
    let before = title_of(&db, "title-1").await;
    let csv = "source_id,runtime_minutes,keywords,title_fr\nsample:1,71,,Les Silences\n";
    assert_eq!(
        counts(&import_text(&db, &files, "a.csv", csv).await),
        [0, 1, 0, 0]
    );
    let after = title_of(&db, "title-1").await;
    let mut expected = before.clone();
    expected.runtime = Some("71".parse().unwrap());
    expected.keywords.clear();
    expected
        .texts
        .titles
        .insert("fr".parse().unwrap(), "Les Silences".parse().unwrap());
    expected.updated = after.updated;
    assert_eq!(after, expected);
    // In JSON Lines each row has columns of its own.
    let lines = "{\"source_id\":\"sample:1\",\"runtime_minutes\":72,\"genres\":null,\"keywords\":[\"rain|snow\"]}\n\
                 {\"id\":\"ID\",\"title_fr\":null,\"featured\":9}\n";
    let lines = lines.replace("ID", &sample::title_id(2).to_string());
    assert_eq!(
        counts(&import_text(&db, &files, "a.jsonl", lines).await),
        [0, 2, 0, 0]
    );
    let after = title_of(&db, "title-1").await;
    assert_eq!((after.runtime.unwrap().get(), after.genres.len()), (72, 0));
    assert_eq!(after.keywords[0].as_str(), "rain|snow");
}

async fn slugs_follow_the_order_of_the_file(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let csv = "source_id,title,title_en,year\n\
               1,Heat,,1995\n2,Heat,,1986\n3,Heat,,1986\n4,Heat,,\n5,Heat,,\n6,Der Himmel,Heat,1986\n7,???,,\n8,!!,,2001\n";
    import_text(&db, &Files::new(), "a.csv", csv).await;
    let mut slugs = Vec::new();
    for n in 1..9 {
        let mut tx = db.begin(sample::moment(0)).await.unwrap();
        let id = n.to_string().parse().unwrap();
        let found = titles::by_source_ids(&mut tx, std::slice::from_ref(&id))
            .await
            .unwrap();
        slugs.push(found[&id].slug.to_string());
    }
    let expected = [
        "heat",
        "heat-1986",
        "heat-1986-2",
        "heat-2",
        "heat-3",
        "heat-1986-3",
        "title",
        "title-2001",
    ];
    assert_eq!(slugs, expected);
}

on_both!(
    an_export_into_an_empty_database_gives_the_same_catalogue,
    json_lines_into_an_empty_database_give_the_same_catalogue,
    titles_are_filed_published_and_listed,
    columns_that_are_not_in_the_file_stay,
    slugs_follow_the_order_of_the_file,
);

#[tokio::test]
async fn an_empty_database_exports_a_header_alone() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    assert_eq!(exported(&db, Format::JsonLines).await, "");
    let csv = exported(&db, Format::Csv).await;
    assert!(
        csv.starts_with("record,id,slug,source_id,company,title,") && csv.lines().count() == 1,
        "{csv}"
    );
    let summary = import_text(&db, &Files::new(), "a.csv", csv).await;
    assert_eq!(summary.read, 0);
}

#[tokio::test]
async fn the_form_is_told_by_the_name_or_the_first_byte() {
    for (name, format) in [
        ("a.CSV", Some(Format::Csv)),
        ("a.ndjson", Some(Format::JsonLines)),
        ("a.txt", None),
    ] {
        assert_eq!(Format::of_name(Path::new(name)), format);
    }
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let lines = "\u{FEFF}{\"source_id\":\"1\",\"title\":\"Heat\"}\r\n\r\n";
    assert_eq!(
        counts(&import_text(&db, &files, "export", lines).await),
        [1, 0, 0, 0]
    );
    let csv = "\u{FEFF}source_id,title\r\n1,Heat\r\n";
    assert_eq!(
        counts(&import_text(&db, &files, "export.txt", csv).await),
        [0, 0, 1, 0]
    );
}
