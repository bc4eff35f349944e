//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use slate::server::clock::Clock;
use slate::server::commands::{self, Failure, Setting};
use slate::server::config::Flags;
use slate_domain::date::Timestamp;

/// Reading and writing a catalogue is mostly small strings, which this allocator is a third quicker with
/// than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Slate, the online marketplace of a film and TV market.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Args)]
struct Common {
    /// The database: sqlite:PATH or postgres://… [default: slate.db in the data folder]
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// The folder of what is kept [default: ./data]
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// The time it is, such as 2027-03-15T09:30:00+08:00, for demonstrations and tests
    #[arg(long, global = true, value_name = "RFC3339", value_parser = Timestamp::from_rfc3339)]
    now: Option<Timestamp>,
    /// The settings [default: ./Leptos.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the market
    Serve(commands::serve::Options),
    /// Take titles and companies in from CSV or JSON Lines
    Import(commands::import::Options),
    /// Write the catalogue as CSV or JSON Lines
    Export(commands::export::Options),
    /// The editions: list, show, make, change, and which one visitors see
    Edition(commands::edition::Options),
    /// Fill the database with a generated market
    Seed(commands::seed::Options),
    /// Search the catalogue
    Search(commands::search::Options),
    /// Make the database, or bring an older one up to date
    Migrate,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    // Rendering a page can keep a thread waiting, so there are some more than processors.
    let threads = std::thread::available_parallelism().map_or(4, |n| n.get().max(4));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build();
    let outcome = runtime
        .map_err(Failure::from)
        .and_then(|runtime| runtime.block_on(run(cli)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

async fn run(Cli { common, command }: Cli) -> Result<(), Failure> {
    let address = match &command {
        Command::Serve(options) => options.address,
        _ => None,
    };
    let flags = Flags {
        config: common.config,
        database: common.database,
        data_dir: common.data_dir,
        address,
    };
    let clock = common.now.map_or_else(Clock::system, Clock::starting_at);
    let setting = Setting::load(&flags, clock)?;
    match command {
        Command::Serve(_) => commands::serve::run(setting).await,
        Command::Import(options) => commands::import::run(setting, options).await,
        Command::Export(options) => commands::export::run(setting, options).await,
        Command::Edition(options) => commands::edition::run(setting, options).await,
        Command::Seed(options) => commands::seed::run(setting, options).await,
        Command::Search(options) => commands::search::run(setting, options).await,
        Command::Migrate => commands::migrate::run(setting).await,
    }
}
