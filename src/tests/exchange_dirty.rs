//! Dirty files: what is refused as a whole, what is rejected row by row, and what is left out.

use slate::catalogue::exchange::{ExchangeError, ImportOptions, ImportSummary};
use slate::store::{Db, titles};

use crate::exchange::{Files, counts, import_text, run, title_of};
use crate::support::Scratch;

/// The lines of the report: line, column, value, verdict, reason.
fn report(summary: &ImportSummary) -> Vec<[String; 5]> {
    let mut reader = csv::Reader::from_path(summary.report.as_ref().expect("a report")).unwrap();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            [1, 2, 3, 4, 5].map(|at| record[at].to_owned())
        })
        .collect()
}

/// The same without values and reasons.
fn places(summary: &ImportSummary) -> Vec<String> {
    report(summary)
        .iter()
        .map(|[line, column, _, verdict, _]| format!("{line} {column} {verdict}"))
        .collect()
}

/// What a file is refused with; nothing may have been written.
async fn refused(db: &Db, name: &str, content: &[u8]) -> String {
    let files = Files::new();
    // A good file beside it is not imported either.
    let good = files.write("good.csv", "source_id,title\n1,Heat\n");
    let bad = files.write(name, content);
    let error = run(db, &files.options(&[good, bad])).await.expect_err(name);
    assert_eq!(titles::count(db).await.unwrap(), 0, "{name}");
    assert_eq!(slate::store::changes::last(db).await.unwrap(), 0, "{name}");
    let message = error.to_string();
    assert!(message.contains(name), "{message}");
    message
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_refused_before_anything_is_written() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let cases: [(&str, &[u8], &str); 16] = [
        (
            "latin1.csv",
            b"source_id,title\n1,Ariel\n2,\xC9tat de si\xE8ge\n",
            "line 3: is not UTF-8",
        ),
        (
            "cut.csv",
            b"source_id,title\n1,Am\xC3",
            "line 2: is not UTF-8",
        ),
        (
            "latin1.jsonl",
            b"{\"source_id\":\"1\",\"title\":\"\xC9tat\"}\n",
            "line 1: is not UTF-8",
        ),
        ("utf16.csv", b"\xFF\xFEs\0o\0u\0r\0", "UTF-16"),
        ("empty.csv", b"", "is empty"),
        ("bom.csv", b"\xEF\xBB\xBF", "is empty"),
        ("blank.csv", b"\n\r\n\n", "is empty"),
        ("empty.jsonl", b"\n\n", "is empty"),
        (
            "data.csv",
            b"omdb:2,Ariel,film\nomdb:4,Heat,film\n",
            "there is no header",
        ),
        ("semicolon.csv", b"source_id;title\n1;Heat\n", "semicolons"),
        ("tab.csv", b"source_id\ttitle\n1\tHeat\n", "tabs"),
        (
            "unknown.csv",
            b"source_id,titel\n1,Heat\n",
            "unknown column \"titel\"; did you mean \"title\"?",
        ),
        (
            "tag.csv",
            b"source_id,title_xx\n1,Heat\n",
            "unknown column \"title_xx\": language \"xx\" is not known",
        ),
        (
            "twice.csv",
            b"source_id,title,title\n1,Heat,Heat\n",
            "column \"title\" is there twice",
        ),
        (
            "unknown.jsonl",
            b"{\"source_id\":\"1\",\"title\":\"A\"}\n{\"genre\":[]}\n",
            "line 2: unknown column \"genre\"; did you mean \"genres\"?",
        ),
        (
            "twice.jsonl",
            b"{\"title\":\"A\",\"title\":\"B\"}\n",
            "column \"title\" is there twice",
        ),
    ];
    for (name, content, expected) in cases {
        let message = refused(&db, name, content).await;
        assert!(message.contains(expected), "{message}");
    }
}

#[tokio::test]
async fn what_is_no_file_is_refused() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let missing = run(&db, &files.options(&[files.path("none.csv")]))
        .await
        .unwrap_err();
    assert!(matches!(missing, ExchangeError::Read { .. }), "{missing}");
    let folder = run(&db, &files.options(&[files.path("")]))
        .await
        .unwrap_err();
    assert!(matches!(folder, ExchangeError::NotAFile { .. }), "{folder}");
    let file = files.write("a.csv", "source_id,title\n1,Heat\n");
    let options = ImportOptions {
        report: Some(file.join("report.csv")),
        ..files.options(&[file])
    };
    let report = run(&db, &options).await.unwrap_err();
    assert!(matches!(report, ExchangeError::Report { .. }), "{report}");
    assert_eq!(titles::count(&db).await.unwrap(), 0);
}

#[tokio::test]
async fn a_quote_that_is_never_closed_does_not_fill_the_memory() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let mut long = b"source_id,title\n1,Heat\n2,\"open\n".to_vec();
    long.extend(std::iter::repeat_n(b'a', 5_000_000));
    assert!(
        refused(&db, "open.csv", &long)
            .await
            .contains("line 3: this record is longer than 4 MB")
    );
    // A short one is a row of the wrong form.
    let summary = import_text(
        &db,
        &files,
        "a.csv",
        "source_id,title\n1,Heat\n2,\"open\n3,Ariel\n",
    )
    .await;
    assert_eq!(counts(&summary), [1, 0, 0, 1]);
    let [line, _, value, _, reason] = &report(&summary)[0];
    assert_eq!((line.as_str(), value.as_str()), ("3", "2"));
    assert!(reason.ends_with("runs over 3 lines"), "{reason}");
    // Nor does one in the middle join rows, or go missing.
    let csv = "source_id,title,synopsis\n5,\"The \"Best\" Film\",\n6,5\" Vinyl,\n7,Seven,\"open\n8,Eight,\"closed\"\n9,Nine,\n";
    let summary = import_text(&db, &files, "b.csv", csv).await;
    assert_eq!(counts(&summary), [2, 0, 0, 2]);
    assert_eq!(places(&summary), ["2  rejected", "4  rejected"]);
    assert_eq!(
        title_of(&db, "5-vinyl").await.original.as_str(),
        "5\" Vinyl"
    );
}

#[tokio::test]
async fn rows_are_rejected_one_by_one() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let long = "x".repeat(201);
    let csv = format!(
        "source_id,title,title_ja,category,status,id,record\n\
         1,Heat,,,,,\n\
         2,,,film,,,\n\
         ,Nameless,,,,,\n\
         {long},Long,,,,,\n\
         1,Heat again,,,,,\n\
         6,Sculpture,,sculpture,,,\n\
         7,Too,many,cells,,,,\n\
         8,Too few\n\
         9,Wrong,,,unpublished,,\n\
         ,,,,,,\n\
         11,Wrong id,,,,123,\n\
         12,Wrong record,,,,,person\n\
         13,,夢,,,,\n\
         14,\u{FEFF},,,,,\n"
    );
    let summary = import_text(&db, &files, "a.csv", csv).await;
    assert_eq!(counts(&summary), [2, 0, 0, 12]);
    let expected = [
        "3 title rejected",
        "4 source_id rejected",
        "5 source_id rejected",
        "6 source_id rejected",
        "7 category rejected",
        "8  rejected",
        "9  rejected",
        "10 status rejected",
        "11  rejected",
        "12 id rejected",
        "13 record rejected",
        "15 title rejected",
    ];
    assert_eq!(places(&summary), expected);
    let report = report(&summary);
    assert!(
        report[4][4].contains("sculpture") && report[4][4].contains("tv-series"),
        "{report:?}"
    );
    assert_eq!(report[5][4], "the row has 8 cells and the header 7");
    assert!(report[2][2].ends_with('…') && report[2][2].chars().count() == 81);
    assert_eq!(title_of(&db, "meng").await.original.as_str(), "夢");
}

#[tokio::test]
async fn broken_json_is_rejected_line_by_line() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let lines = "{\"source_id\":\"1\",\"title\":\"Heat\"}\n\
                 {\"source_id\":\"2\",\"title\":\n\
                 [1,2]\n\
                 \n\
                 \"text\"\n\
                 {\"source_id\":3,\"title\":1984,\"year\":1984,\"runtime_minutes\":90.5,\"genres\":\"Drama|War\"}\n\
                 {\"source_id\":\"4\",\"title\":{\"en\":\"Heat\"}}\n\
                 {\"source_id\":\"5\",\"title\":\"Five\",\"genres\":[\"Drama\",{}],\"credits\":[{\"role\":\"king\"}]}\n";
    let summary = import_text(&db, &files, "a.jsonl", lines).await;
    assert_eq!(counts(&summary), [3, 0, 0, 4]);
    let expected = [
        "2  rejected",
        "3  rejected",
        "5  rejected",
        "6 runtime_minutes left out",
        "7 title rejected",
        "8 genres left out",
        "8 credits left out",
    ];
    assert_eq!(places(&summary), expected);
    let title = title_of(&db, "1984").await;
    assert_eq!(
        (title.source_id.unwrap().as_str(), title.genres.len()),
        ("3", 2)
    );
}

#[tokio::test]
async fn values_are_left_out_one_by_one_and_nothing_else_is_lost() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let csv = format!(
        "source_id,title,countries,languages,year,release_date,runtime_minutes,keywords,budget_usd,budget,synopsis,logline,trailers,eidr,imdb,credits,financed_percent,website\n\
         1,  Ivan's &amp; \"Childhood\",SU|DD|ZZ|Czechoslovakia,ru|xx|N,1962,1962-02-30,95,war|a\u{7}b|\\|x,42000,,\"One &quot;line&quot;\r\nand another\",{logline},https://example.org/a|javascript:x,10.5240/7791-8534-2C23-9030-8610-6,tt0056111,[],60,\n\
         2,Later,,,1700,20/11/1990,99999999,,-5,EUR 7,{synopsis},,,,tt0056111,\"[{{\"\"role\"\":\"\"director\"\",\"\"name\"\":\"\"A\"\"}},{{\"\"role\"\":\"\"king\"\",\"\"name\"\":\"\"B\"\"}}]\",101,https://example.org\n\
         3,Empty,,,,,,,,,,,,,,,,\n",
        logline = "l".repeat(191),
        synopsis = "s".repeat(4_001),
    );
    let csv = csv
        .replace(
            "Ivan's &amp; \"Childhood\"",
            "\"Ivan's &amp; \"\"Childhood\"\"\"",
        )
        .replace("1,  \"", "1,\"");
    let summary = import_text(&db, &files, "a.csv", csv).await;
    assert_eq!(counts(&summary), [3, 0, 0, 0], "{:?}", report(&summary));
    let expected = [
        "2 countries left out",
        "2 languages left out",
        "2 languages left out",
        "2 release_date left out",
        "2 keywords left out",
        "2 logline_en left out",
        "2 trailers left out",
        "2 eidr left out",
        "4 year left out",
        "4 release_date left out",
        "4 runtime_minutes left out",
        "4 budget_usd left out",
        "4 synopsis_en left out",
        "4 credits left out",
        "4 financed_percent left out",
        "4 website left out",
        "4 imdb left out",
    ];
    assert_eq!(places(&summary), expected);
    assert_eq!(summary.left_out, expected.len() as u64);

    let title = title_of(&db, "ivans-amp-childhood").await;
    assert_eq!(title.original.as_str(), "Ivan's &amp; \"Childhood\"");
    assert_eq!(
        title
            .countries
            .iter()
            .map(|country| country.code())
            .collect::<Vec<_>>(),
        ["SU", "DD", "CS"]
    );
    // Which of the three languages the title is in, nobody can say.
    assert_eq!((title.languages.len(), title.original_language), (1, None));
    assert_eq!(
        title
            .keywords
            .iter()
            .map(|keyword| keyword.as_str())
            .collect::<Vec<_>>(),
        ["war", "|x"]
    );
    let synopsis = title.texts.synopses.get(&"en".parse().unwrap()).unwrap();
    assert_eq!(synopsis.as_str(), "One &quot;line&quot;\nand another");
    assert_eq!(
        (
            title.budget.unwrap().to_string().as_str(),
            title.materials.len()
        ),
        ("USD 42000", 1)
    );
    let later = title_of(&db, "later").await;
    assert_eq!(
        (
            later.budget.unwrap().to_string().as_str(),
            later.credits.len()
        ),
        ("EUR 7", 1)
    );
    assert_eq!((later.year, later.stage.code()), (None, "released"));

    // A wrong value does not take away a right one.
    let summary = import_text(
        &db,
        &files,
        "b.csv",
        "source_id,runtime_minutes,year\n1,5700000,nineteen\n",
    )
    .await;
    assert_eq!((counts(&summary), summary.left_out), ([0, 0, 1, 0], 2));
}

#[tokio::test]
async fn a_row_that_the_database_refuses_takes_no_other_with_it() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let material = "[{\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"kind\":\"trailer\",\"access\":\"public\",\
                     \"source\":{\"external\":\"https://example.org/a\"}}]";
    let lines = format!(
        "{{\"source_id\":\"1\",\"title\":\"One\",\"materials\":{material}}}\n\
         {{\"source_id\":\"2\",\"title\":\"Two\",\"materials\":{material}}}\n\
         {{\"source_id\":\"3\",\"title\":\"Three\",\"slug\":\"one\"}}\n"
    );
    let summary = import_text(&db, &files, "a.jsonl", lines).await;
    assert_eq!(counts(&summary), [2, 0, 0, 1]);
    assert_eq!(places(&summary), ["2  rejected", "3 slug left out"]);
    assert_eq!(title_of(&db, "three").await.original.as_str(), "Three");
}

#[tokio::test]
async fn a_record_is_reported_with_the_line_it_starts_on() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let unix = "source_id,title,year,synopsis\n\n1,Heat,x,\n2,A \u{FEFF}title,x,\"One\n\nTwo\"\n\n\n3,Three,x,\n";
    let expected = [
        "3 year left out",
        "4 title left out",
        "4 year left out",
        "9 year left out",
    ];
    for (name, content) in [
        ("unix.csv", unix.to_owned()),
        ("dos.csv", unix.replace('\n', "\r\n")),
    ] {
        assert_eq!(
            places(&import_text(&db, &files, name, content).await),
            expected,
            "{name}"
        );
    }
    assert_eq!(title_of(&db, "a-title").await.original.as_str(), "A title");
}

#[tokio::test]
async fn several_files_are_one_catalogue_and_the_report_goes_where_it_was_asked() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let files = Files::new();
    let first = files.write("first.csv", "source_id,title\n1,Heat\n2,Ariel\n");
    let second = files.write(
        "second.jsonl",
        "{\"source_id\":\"1\",\"year\":1995}\n{\"title\":\"No key\"}\n",
    );
    let options = ImportOptions {
        report: Some(files.path("deep/report.csv")),
        ..files.options(&[first, second])
    };
    let summary = run(&db, &options).await.unwrap();
    assert_eq!((summary.read, counts(&summary)), (4, [2, 1, 0, 1]));
    let written = std::fs::read_to_string(files.path("deep/report.csv")).unwrap();
    assert!(
        written.starts_with("file,line,column,value,verdict,reason\n"),
        "{written}"
    );
    assert!(
        written.contains("second.jsonl,2,source_id,,rejected,"),
        "{written}"
    );
    assert_eq!(title_of(&db, "heat").await.year.unwrap().get(), 1995);
    assert!(
        summary
            .to_string()
            .starts_with("4 rows read: 2 created, 1 updated, 0 unchanged, 1 rejected")
    );
}
