//! `slate migrate`: makes the database, or brings it up to date.

use std::io::{Write, stdout};

use super::{Failure, Setting, told};
use crate::store::{Db, IfMissing};

pub async fn run(setting: Setting) -> Result<(), Failure> {
    setting.log_quietly()?;
    let db = Db::open(&setting.url()?, IfMissing::Create).await?;
    let migrated = db.migrate().await?;
    db.close().await;
    writeln!(stdout(), "{}", told(&migrated, &setting.config.database))?;
    Ok(())
}
