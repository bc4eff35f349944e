//! `slate seed`: a generated market, the same for the same seed.

use std::io::{Write, stdout};

use clap::Args;

use super::{Failure, Setting};
use crate::catalogue::live;
use crate::demo;

#[derive(Debug, Args)]
pub struct Options {
    /// How many titles
    #[arg(long, value_name = "N", default_value_t = demo::TITLES, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    titles: u32,
    /// What the generator starts from: the same seed makes the same market
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
}

pub async fn run(setting: Setting, options: Options) -> Result<(), Failure> {
    setting.log_quietly()?;
    let db = setting.open_up_to_date().await?;
    demo::seed(&db, &setting.clock, options.titles, options.seed).await?;
    let titles = live::keep_snapshot(&db, &setting.config.data_dir).await?;
    db.close().await;
    writeln!(stdout(), "The catalogue has {titles} titles.")?;
    Ok(())
}
