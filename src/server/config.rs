//! What the operator has set: `Leptos.toml`, then the environment, then the command line.
//!
//! Leptos has a reader of its own for a file of this name, for what the build tool needs. This one is
//! the operator's: it refuses what it does not know, and makes the [`LeptosOptions`] in code, so that the
//! binary serves the same with no tool around it.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use leptos::config::{Env, LeptosOptions};
use serde::Deserialize;

use super::telemetry::LogFormat;

const FILE: &str = "Leptos.toml";
/// The name that `[package.metadata.leptos]` gives to the browser's module.
const OUTPUT_NAME: &str = "slate";
const HASH_FILE: &str = "hash.txt";

/// The settings of a running Slate.
#[derive(Debug, Clone)]
pub struct Config {
    pub address: SocketAddr,
    /// As given; the store parses it.
    pub database: String,
    /// Whether the database is the one in the data folder, which may be made without being asked for.
    pub database_is_default: bool,
    pub data_dir: PathBuf,
    /// Without a slash at the end.
    pub base_url: Option<String>,
    pub site_root: PathBuf,
    pub site_pkg_dir: String,
    pub hash_files: bool,
    pub robots: bool,
    /// Whether an empty database is filled with the demonstration market.
    pub demonstration: bool,
    pub log: String,
    pub log_format: LogFormat,
    /// Bytes.
    pub page_cache: u64,
    /// Where the build tool tells open pages to reload, while it watches.
    pub reload_port: Option<u32>,
}

/// What the command line sets.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    pub config: Option<PathBuf>,
    pub database: Option<String>,
    pub data_dir: Option<PathBuf>,
    pub address: Option<SocketAddr>,
}

/// A setting that cannot be used. One line that says where it stands and what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

/// One source of settings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Settings {
    address: Option<SocketAddr>,
    base_url: Option<String>,
    data_dir: Option<PathBuf>,
    database: Option<String>,
    site_root: Option<PathBuf>,
    site_pkg_dir: Option<String>,
    hash_files: Option<Switch>,
    robots: Option<bool>,
    demonstration: Option<Switch>,
    log_format: Option<LogFormat>,
    log: Option<String>,
    page_cache_mb: Option<u32>,
    #[serde(skip)]
    reload_port: Option<u32>,
}

/// `true`, `false` or `"auto"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Switch {
    #[default]
    Auto,
    On,
    Off,
}

impl Config {
    /// Reads the file and the environment of the process.
    ///
    /// # Errors
    /// When the file is named and missing, or anything in it or in the environment cannot be used.
    pub fn load(flags: &Flags) -> Result<Self, ConfigError> {
        let env = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let file = match flags
            .config
            .clone()
            .or_else(|| env("SLATE_CONFIG").map(PathBuf::from))
        {
            Some(named) => Some(named),
            None => Some(PathBuf::from(FILE)).filter(|path| path.is_file()),
        };
        let settings = match file {
            Some(path) => Settings::read(&path)?,
            None => Settings::default(),
        };
        Self::of(settings.overridden_by(&env)?, flags)
    }

    fn of(settings: Settings, flags: &Flags) -> Result<Self, ConfigError> {
        let data_dir = flags
            .data_dir
            .clone()
            .or(settings.data_dir)
            .unwrap_or_else(|| "./data".into());
        let default_database = format!("sqlite:{}", data_dir.join("slate.db").display());
        let database = flags
            .database
            .clone()
            .or(settings.database)
            .unwrap_or_else(|| default_database.clone());
        let site_root = find_site(&settings.site_root.unwrap_or_else(|| "target/site".into()));
        let site_pkg_dir = settings.site_pkg_dir.unwrap_or_else(|| "pkg".to_owned());
        let hash_files = match settings.hash_files.unwrap_or_default() {
            Switch::On => true,
            Switch::Off => false,
            Switch::Auto => has_hashed_files(&site_root.join(&site_pkg_dir)),
        };
        let database_is_default = database == default_database;
        let demonstration = match settings.demonstration.unwrap_or_default() {
            Switch::On => true,
            Switch::Off => false,
            Switch::Auto => database_is_default,
        };
        Ok(Self {
            address: flags
                .address
                .or(settings.address)
                .unwrap_or(SocketAddr::from(([127, 0, 0, 1], 3000))),
            database_is_default,
            database,
            data_dir,
            base_url: settings.base_url.as_deref().map(base_url).transpose()?,
            site_root,
            site_pkg_dir,
            hash_files,
            robots: settings.robots.unwrap_or(true),
            demonstration,
            log: settings.log.unwrap_or_else(|| "info".to_owned()),
            log_format: settings.log_format.unwrap_or_default(),
            page_cache: u64::from(settings.page_cache_mb.unwrap_or(32)) << 20,
            reload_port: settings.reload_port,
        })
    }

    /// What Leptos needs to know to write the document.
    pub fn leptos_options(&self) -> LeptosOptions {
        LeptosOptions::builder()
            .output_name(OUTPUT_NAME)
            .site_root(self.site_root.to_string_lossy())
            .site_pkg_dir(self.site_pkg_dir.as_str())
            .site_addr(self.address)
            .env(Env::PROD)
            .hash_file(HASH_FILE.into())
            .hash_files(self.hash_files)
            .reload_port(self.reload_port.unwrap_or(3001))
            .build()
    }

    /// Where people reach it, without a slash at the end: what links to the outside begin with.
    pub fn public_address(&self) -> String {
        let here = || format!("http://{}", self.address);
        self.base_url.clone().unwrap_or_else(here)
    }

    /// Whether people reach it by HTTPS.
    pub fn is_https(&self) -> bool {
        self.base_url
            .as_ref()
            .is_some_and(|url| url.starts_with("https://"))
    }
}

impl Settings {
    fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ConfigError(format!("{} cannot be read: {error}", path.display())))?;
        Self::parse(&text).map_err(|(line, message)| {
            ConfigError(format!("{}, line {line}: {message}", path.display()))
        })
    }

    /// The settings, or the line and what is wrong with it.
    fn parse(text: &str) -> Result<Self, (usize, String)> {
        parse_toml(text)
    }

    /// The environment over the file. `LEPTOS_…` is what the build tool sets when it watches and tests.
    fn overridden_by(mut self, env: &impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        take(env, "LEPTOS_SITE_ADDR", &mut self.address)?;
        take(env, "LEPTOS_SITE_ROOT", &mut self.site_root)?;
        take(env, "LEPTOS_SITE_PKG_DIR", &mut self.site_pkg_dir)?;
        if env("LEPTOS_WATCH").is_some() {
            self.reload_port = Some(3001);
            take(env, "LEPTOS_RELOAD_PORT", &mut self.reload_port)?;
        }
        take(env, "SLATE_ADDRESS", &mut self.address)?;
        take(env, "SLATE_BASE_URL", &mut self.base_url)?;
        take(env, "SLATE_DATA_DIR", &mut self.data_dir)?;
        take(env, "SLATE_DATABASE", &mut self.database)?;
        take(env, "SLATE_SITE_ROOT", &mut self.site_root)?;
        take(env, "SLATE_SITE_PKG_DIR", &mut self.site_pkg_dir)?;
        take(env, "SLATE_HASH_FILES", &mut self.hash_files)?;
        take(env, "SLATE_ROBOTS", &mut self.robots)?;
        take(env, "SLATE_DEMONSTRATION", &mut self.demonstration)?;
        take(env, "SLATE_LOG_FORMAT", &mut self.log_format)?;
        take(env, "SLATE_LOG", &mut self.log)?;
        take(env, "SLATE_PAGE_CACHE_MB", &mut self.page_cache_mb)?;
        Ok(self)
    }
}

fn take<T: FromStr<Err: fmt::Display>>(
    env: &impl Fn(&str) -> Option<String>,
    name: &str,
    setting: &mut Option<T>,
) -> Result<(), ConfigError> {
    if let Some(given) = env(name) {
        let value = given
            .parse()
            .map_err(|error| ConfigError(format!("{name}: “{given}”: {error}")))?;
        *setting = Some(value);
    }
    Ok(())
}

impl FromStr for Switch {
    type Err = &'static str;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        match given {
            "auto" => Ok(Self::Auto),
            "true" => Ok(Self::On),
            "false" => Ok(Self::Off),
            _ => Err("allowed are auto, true and false"),
        }
    }
}

impl<'de> Deserialize<'de> for Switch {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Bool(bool),
            Text(String),
        }
        let text = match Given::deserialize(deserializer) {
            Ok(Given::Bool(given)) => given.to_string(),
            Ok(Given::Text(given)) => given,
            Err(_) => String::new(),
        };
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Checks that it is what stands before a path: scheme and host, nothing behind.
fn base_url(given: &str) -> Result<String, ConfigError> {
    let url = given.trim_end_matches('/');
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    match host {
        Some(host) if !host.is_empty() && host.chars().all(plain) => Ok(url.to_owned()),
        _ => Err(ConfigError(format!(
            "base-url: “{given}” is not an address such as https://market.example.org (no path behind it)"
        ))),
    }
}

/// The folder where it is said to be, else beside the program.
fn find_site(given: &Path) -> PathBuf {
    if given.is_absolute() || given.is_dir() {
        return given.to_owned();
    }
    let program = std::env::current_exe().ok();
    let beside = program
        .as_deref()
        .and_then(Path::parent)
        .into_iter()
        .flat_map(|folder| {
            let up = folder.parent().map(|up| up.join("site"));
            [Some(folder.join(given)), Some(folder.join("site")), up]
                .into_iter()
                .flatten()
        });
    beside
        .into_iter()
        .find(|folder| folder.is_dir())
        .unwrap_or_else(|| given.to_owned())
}

/// Whether the list of hashes lies beside the program and is of these files.
fn has_hashed_files(pkg: &Path) -> bool {
    let list = std::env::current_exe()
        .ok()
        .map(|program| program.with_file_name(HASH_FILE));
    let Some(list) = list.and_then(|path| std::fs::read_to_string(path).ok()) else {
        return false;
    };
    names_a_script(&list).is_some_and(|name| pkg.join(name).is_file())
}

fn names_a_script(list: &str) -> Option<String> {
    let hash = list
        .lines()
        .find_map(|line| line.trim().strip_prefix("js:"))?
        .trim();
    (!hash.is_empty()).then(|| format!("{OUTPUT_NAME}.{hash}.js"))
}

/// What a TOML file says, or the line and what is wrong with it.
pub(super) fn parse_toml<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, (usize, String)> {
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.get(..start).unwrap_or_default().matches('\n').count() + 1;
        (line, error.message().trim().replace('\n', "; "))
    })
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
