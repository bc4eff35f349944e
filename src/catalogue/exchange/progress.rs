//! How far an import or an export has come, on standard error.

use std::fmt;
use std::io::{IsTerminal, stderr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often a line is written where there is no terminal.
const EVERY: Duration = Duration::from_secs(3);

/// Shows progress: a bar on a terminal, a line every few seconds elsewhere, or nothing.
pub struct Progress(Show);

enum Show {
    Hidden,
    Lines(Mutex<Line>),
    Bar(ProgressBar),
}

struct Line {
    total: u64,
    last: Instant,
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let show = match self.0 {
            Show::Hidden => "hidden",
            Show::Lines(_) => "lines",
            Show::Bar(_) => "bar",
        };
        f.debug_tuple("Progress").field(&show).finish()
    }
}

impl Progress {
    /// What suits standard error.
    pub fn on_stderr() -> Self {
        if stderr().is_terminal() {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            let style =
                ProgressStyle::with_template("{msg} {wide_bar} {percent:>3} % {eta:>4} left");
            Self(Show::Bar(bar.with_style(
                style.unwrap_or_else(|_| ProgressStyle::default_bar()),
            )))
        } else {
            Self(Show::Lines(Mutex::new(Line {
                total: 0,
                last: Instant::now(),
            })))
        }
    }

    /// Nothing, as tests want it.
    pub const fn hidden() -> Self {
        Self(Show::Hidden)
    }

    /// How many bytes there will be.
    pub(super) fn start(&self, total: u64) {
        match &self.0 {
            Show::Hidden => {}
            Show::Bar(bar) => bar.set_length(total),
            Show::Lines(line) => {
                if let Ok(mut line) = line.lock() {
                    *line = Line {
                        total,
                        last: Instant::now(),
                    };
                }
            }
        }
    }

    /// So many bytes and rows are done.
    pub(super) fn at(&self, bytes: u64, rows: u64) {
        match &self.0 {
            Show::Hidden => {}
            Show::Bar(bar) => {
                bar.set_position(bytes);
                bar.set_message(format!("{rows} rows"));
            }
            Show::Lines(line) => {
                if let Ok(mut line) = line.lock()
                    && line.last.elapsed() >= EVERY
                {
                    line.last = Instant::now();
                    let percent = (bytes * 100).checked_div(line.total).unwrap_or(0).min(100);
                    eprintln!("{rows} rows, {percent} %");
                }
            }
        }
    }

    /// Lines of text, not empty ones.
    pub(super) fn say(&self, text: &str) {
        if !text.is_empty() && !matches!(self.0, Show::Hidden) {
            eprint!("{text}");
        }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Show::Bar(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
