//! A catalogue that comes again: what stays, what is kept from harm, and what an export leaves out.

use std::sync::Arc;

use serde_json::{Value, json};
use slate::catalogue::exchange::Format;
use slate::store::{companies, editions, listings, titles};
use slate_domain::avail::Avail;
use slate_domain::id::AvailId;

use super::{Files, counts, exported, fill, import_text, title_of};
use crate::support::{Scratch, on_both, sample};

/// Rows of a plain catalogue, some of one name.
fn rows(count: usize) -> String {
    let mut csv = "source_id,title,year,genres,synopsis\n".to_owned();
    for n in 0..count {
        let (name, year) = match n % 5 {
            0 => (
                "Frankenstein".to_owned(),
                if n % 2 == 0 { "" } else { "1931" },
            ),
            1 => ("Frankenstein".to_owned(), "2004"),
            2 => ("夢".to_owned(), "1990"),
            _ => (format!("Film {n}"), "2011"),
        };
        csv.push_str(&format!(
            "t:{n},{name},{year},Drama|Horror,\"A \"\"monster\"\" &amp; its maker,\nnumber {n}\"\n"
        ));
    }
    csv
}

async fn what_is_there_already_is_not_written_again(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let files = Files::new();
    let csv = rows(2_500);
    assert_eq!(
        counts(&import_text(&db, &files, "a.csv", &csv).await),
        [2_500, 0, 0, 0]
    );
    let before = exported(&db, Format::JsonLines).await;
    let last = slate::store::changes::last(&db).await.unwrap();
    assert_eq!(
        counts(&import_text(&db, &files, "a.csv", &csv).await),
        [0, 0, 2_500, 0]
    );
    assert_eq!(slate::store::changes::last(&db).await.unwrap(), last);
    // One that differs is changed, and keeps its address.
    let changed = csv.replacen("t:7,", "t:7,The New ", 1).replacen(
        "t:8,Film 8,2011,Drama|Horror",
        "t:8,Film 8,,",
        1,
    );
    assert_eq!(
        counts(&import_text(&db, &files, "a.csv", &changed).await),
        [0, 2, 2_498, 0]
    );
    assert_eq!(title_of(&db, "film-8").await.year, None);
    assert_ne!(exported(&db, Format::JsonLines).await, before);
}

async fn an_import_that_was_broken_off_ends_with_the_same_catalogue(scratch: Arc<Scratch>) {
    let files = Files::new();
    let csv = rows(2_300);
    // Batches are written whole or not at all: broken off while the third was written.
    let half: String = csv
        .lines()
        .take(1 + 2 * 2_000)
        .map(|line| format!("{line}\n"))
        .collect();
    let whole = Scratch::sqlite();
    let whole = whole.db().await;
    import_text(&whole, &files, "all.csv", &csv).await;

    let db = scratch.db().await;
    assert_eq!(
        counts(&import_text(&db, &files, "half.csv", &half).await),
        [2_000, 0, 0, 0]
    );
    assert_eq!(
        counts(&import_text(&db, &files, "all.csv", &csv).await),
        [300, 0, 2_000, 0]
    );
    // But for ids and times, which are random and now.
    let said = |text: String| {
        let said = |line: &str| {
            line.split("\"slug\"")
                .nth(1)?
                .split("\"created\"")
                .next()
                .map(str::to_owned)
        };
        text.lines()
            .map(|line| said(line).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said(exported(&db, Format::JsonLines).await),
        said(exported(&whole, Format::JsonLines).await)
    );
}

async fn a_ledger_is_replaced_by_what_can_be_read_whole(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    fill(&db).await;
    let files = Files::new();
    let before = title_of(&db, "title-1").await;
    let mut half = serde_json::to_value(&before.grants[..1]).unwrap();
    half.as_array_mut()
        .unwrap()
        .push(json!({"rights": "nonsense"}));
    for bad in [half, json!("[{"), json!({}), json!(7)] {
        let line = json!({"source_id": "sample:1", "grants": bad}).to_string();
        let summary = import_text(&db, &files, "a.jsonl", line).await;
        assert_eq!(counts(&summary), [0, 0, 0, 1], "{bad}");
    }
    for empty in ["", "[]"] {
        let csv = format!("source_id,grants\nsample:1,{empty}\n");
        let summary = import_text(&db, &files, "a.csv", csv).await;
        assert_eq!(counts(&summary), [0, 0, 1, 0], "{empty}");
    }
    assert_eq!(title_of(&db, "title-1").await, before);

    let line = json!({"source_id": "sample:1", "grants": &before.grants[..1]}).to_string();
    let summary = import_text(&db, &files, "a.jsonl", line).await;
    assert_eq!(counts(&summary), [0, 1, 0, 0]);
    assert_eq!(title_of(&db, "title-1").await.grants, before.grants[..1]);
}

async fn a_list_of_which_nothing_can_be_taken_leaves_what_is_stored(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    fill(&db).await;
    let before = title_of(&db, "title-1").await;
    assert!(!before.countries.is_empty() && !before.credits.is_empty());
    let line = json!({
        "source_id": "sample:1",
        "countries": "ZZ",
        "languages": ["xx"],
        "credits": [{"role": "king"}],
        "trailers": "javascript:x",
    });
    let summary = import_text(&db, &Files::new(), "a.jsonl", line.to_string()).await;
    assert_eq!((counts(&summary), summary.left_out), ([0, 0, 1, 0], 4));
    assert_eq!(title_of(&db, "title-1").await, before);
}

async fn what_is_alike_within_a_title_keeps_ids_of_its_own(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    fill(&db).await;
    let files = Files::new();
    let materials = |labels: [&str; 2]| {
        labels.map(|label| {
            json!({"kind": "trailer", "access": "public", "label": label,
                   "source": {"external": "https://example.org/a"}})
        })
    };
    let offered = title_of(&db, "title-1").await.avails.remove(0);
    let avails = [("en", 1_u8), ("ja", 2)].map(|(language, n)| Avail {
        id: Some(AvailId::from_parts(5, [n; 10])),
        languages: vec![language.parse().unwrap()],
        ..offered.clone()
    });
    let line = |labels, avails: Value| {
        json!({"source_id": "1", "title": "Twins", "materials": materials(labels), "avails": avails})
            .to_string()
    };
    let first = line(["Long", "Short"], json!(avails));
    let summary = import_text(&db, &files, "a.jsonl", first).await;
    assert_eq!((counts(&summary), summary.left_out), ([1, 0, 0, 0], 0));
    let before = title_of(&db, "twins").await;
    assert_eq!(before.avails, avails);

    let nameless = json!(avails.map(|avail| Avail { id: None, ..avail }));
    let second = line(["Long", "Short"], nameless.clone());
    let summary = import_text(&db, &files, "a.jsonl", second).await;
    assert_eq!(counts(&summary), [0, 0, 1, 0]);
    // What stays as it is goes before what only looks alike.
    let third = line(["Teaser", "Long"], nameless);
    let summary = import_text(&db, &files, "a.jsonl", third).await;
    assert_eq!(counts(&summary), [0, 1, 0, 0]);
    let after = title_of(&db, "twins").await;
    assert_eq!(after.avails, before.avails);
    let ids = [after.materials[1].id, after.materials[0].id];
    assert_eq!(ids, [before.materials[0].id, before.materials[1].id]);
}

async fn an_edition_that_the_database_refuses_takes_nothing_with_it(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let edition = json!({"record": "edition", "name": "Market"});
    let company = json!({"record": "company", "name": "Harbour Films"});
    let title = json!({"source_id": "1", "title": "Heat"});
    // The second one has the first one's slug.
    let files = Files::new();
    let lines = format!("{company}\n{edition}\n{edition}\n{title}\n");
    let summary = import_text(&db, &files, "a.jsonl", lines).await;
    assert_eq!(counts(&summary), [3, 0, 0, 1]);
    let report = std::fs::read_to_string(summary.report.unwrap()).unwrap();
    assert!(
        report.contains(",3,,market,rejected,") && report.contains("That is taken"),
        "{report}"
    );
    assert_eq!(title_of(&db, "heat").await.original.as_str(), "Heat");
    assert_eq!(companies::all(&db).await.unwrap().len(), 2);
}

async fn a_company_that_comes_twice_has_its_people_once(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let person = json!({"name": "Ann Lee", "names": {}});
    let company = json!({"record": "company", "name": "Harbour Films", "people": [person]});
    let lines = format!("{company}\n{company}\n");
    let summary = import_text(&db, &Files::new(), "a.jsonl", lines).await;
    assert_eq!((counts(&summary), summary.left_out), ([1, 0, 1, 0], 0));
    let company = companies::all(&db).await.unwrap().remove(0);
    let people = companies::people_of(&db, &company.id).await.unwrap();
    assert_eq!(people.len(), 1);
}

async fn titles_that_the_edition_does_not_list_are_exported(scratch: Arc<Scratch>) {
    let origin = Scratch::sqlite();
    let origin = origin.db().await;
    fill(&origin).await;
    let mut tx = origin.begin(sample::moment(0)).await.unwrap();
    let (nowhere, elsewhere) = (sample::title(9, 2), sample::title(10, 2));
    titles::put(&mut tx, &[nowhere, elsewhere]).await.unwrap();
    editions::put(&mut tx, &sample::edition(2), false)
        .await
        .unwrap();
    listings::put(&mut tx, &[sample::listing(10, 2)])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let lines = exported(&origin, Format::JsonLines).await;
    assert_eq!(lines.lines().count(), 1 + 3 + 10);

    let db = scratch.db().await;
    import_text(&db, &Files::new(), "all.jsonl", &lines).await;
    assert_eq!(exported(&db, Format::JsonLines).await, lines);
    let edition = editions::current(&db).await.unwrap().unwrap();
    let listed = listings::of_edition(&db, &edition.id).await.unwrap();
    assert_eq!(listed.len(), 8);
}

on_both!(
    what_is_there_already_is_not_written_again,
    an_import_that_was_broken_off_ends_with_the_same_catalogue,
    a_ledger_is_replaced_by_what_can_be_read_whole,
    a_list_of_which_nothing_can_be_taken_leaves_what_is_stored,
    what_is_alike_within_a_title_keeps_ids_of_its_own,
    an_edition_that_the_database_refuses_takes_nothing_with_it,
    a_company_that_comes_twice_has_its_people_once,
    titles_that_the_edition_does_not_list_are_exported,
);
