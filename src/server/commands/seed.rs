//! `slate seed`: a generated market, the same for the same seed.

use std::io::{Write, stdout};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Failure, Setting};
use crate::catalogue::live;
use crate::demo::{self, SeedOptions};
use crate::server::media::Media;

#[derive(Debug, Args)]
pub struct Options {
    /// How many titles
    #[arg(long, value_name = "N", default_value_t = demo::TITLES, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    titles: u32,
    /// What the generator starts from: the same seed makes the same market
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

/// Drawn on a terminal only.
fn progress_style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} titles")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}

pub async fn run(setting: Setting, options: Options) -> Result<(), Failure> {
    setting.log_quietly()?;
    let db = setting.open_up_to_date().await?;
    let wanted = SeedOptions {
        titles: options.titles,
        seed: options.seed,
    };
    let bar = ProgressBar::new(options.titles.into()).with_style(progress_style());
    let media = Media::new(&setting.config.data_dir);
    demo::seed(&db, &media, &wanted, |done, _| {
        bar.set_position(done.into());
    })
    .await?;
    bar.finish_and_clear();
    db.analyze().await?;
    let titles = live::keep_snapshot(&db, &setting.config.data_dir).await?;
    db.close().await;
    writeln!(stdout(), "The catalogue has {titles} titles.")?;
    Ok(())
}
