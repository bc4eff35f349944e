//! `slate search`: the catalogue's search, from a shell.

use std::io::{Write, stdout};

use clap::Args;
use serde_json::json;
use slate_domain::query::{CatalogueQuery, MAX_PER_PAGE};

use super::{Failure, Setting};
use crate::catalogue::live::{Catalogue, Live};
use crate::catalogue::service::{self, Found, FoundCard};

#[derive(Debug, Args)]
pub struct Options {
    /// What to look for
    query: String,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    /// How many titles at most
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_PER_PAGE)))]
    limit: u32,
}

pub async fn run(setting: Setting, options: Options) -> Result<(), Failure> {
    setting.log_quietly()?;
    let db = setting.open().await?;
    let catalogue = Catalogue::open(db, &setting.config.data_dir).await?;
    let live = catalogue.now();
    let text = Some(options.query.trim())
        .filter(|text| !text.is_empty())
        .map(str::parse)
        .transpose()?;
    let query = CatalogueQuery {
        text,
        per_page: options.limit,
        ..CatalogueQuery::default()
    };
    let found = service::search(&live, &query, false).map_err(Failure::new)?;
    let answer = if options.json {
        in_json(&found)
    } else {
        in_lines(&found, &live)
    };
    stdout().lock().write_all(answer.as_bytes())?;
    Ok(())
}

fn in_json(found: &Found) -> String {
    let hit = |FoundCard { card, exhibitor }: &FoundCard| {
        json!({
            "id": card.id.to_string(),
            "slug": card.slug.as_str(),
            "title": card.original.as_str(),
            "category": card.category.code(),
            "year": card.year,
            "company": exhibitor.as_ref().map(|exhibitor| exhibitor.company.name.as_str()),
        })
    };
    let hits: Vec<_> = found.cards.iter().map(hit).collect();
    format!("{}\n", json!({ "total": found.total, "hits": hits }))
}

fn in_lines(found: &Found, live: &Live) -> String {
    let mut lines = format!("{} of {} titles\n", found.total, live.index.len());
    for FoundCard { card, exhibitor } in &found.cards {
        let year = card
            .year
            .map_or_else(|| "    ".to_owned(), |year| year.to_string());
        let company = exhibitor
            .as_ref()
            .map_or("", |exhibitor| exhibitor.company.name.as_str());
        lines.push_str(&format!(
            "{year}  {}  ({}, {company})  /titles/{}\n",
            card.original,
            card.category.label(),
            card.slug
        ));
    }
    lines
}
