//! What the CSV reader does not tell: on which line a record starts, whether its quotes are right, and that
//! it has become too long.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

use super::table::MAX_RECORD;

/// Watches what goes into the CSV reader, which has no bound for a record and which counts a line that
/// ends in CR LF only when it reads on, so that a record seems to start on the line before.
#[derive(Default)]
pub(super) struct Watch {
    /// Bytes since a record began.
    since: u64,
    /// Bytes in all.
    read: u64,
    /// Where line ends lie that are not counted yet, and whether they are a line feed.
    ends: VecDeque<(u64, bool)>,
    /// The line feeds that are counted.
    lines: u64,
    quotes: Quotes,
    /// Where the last quoted cell began.
    opened: u64,
    /// Where quotes are wrong: the CSV reader takes anything, and would join rows or drop a quote.
    faults: VecDeque<u64>,
}

/// Where in a cell a byte of a CSV file stands.
#[derive(Default, Clone, Copy, PartialEq)]
enum Quotes {
    #[default]
    Start,
    Plain,
    Quoted,
    /// Behind a quote that either ends the cell or is the first of two.
    Closed,
}

impl Watch {
    /// A record begins.
    pub(super) fn begin(&mut self) {
        self.since = 0;
    }

    fn see(&mut self, at: u64, byte: u8) {
        if matches!(byte, b'\n' | b'\r') {
            self.ends.push_back((at, byte == b'\n'));
        }
        self.quotes = match (self.quotes, byte) {
            (Quotes::Start, b'"') => {
                self.opened = at;
                Quotes::Quoted
            }
            (Quotes::Quoted, b'"') => Quotes::Closed,
            (Quotes::Quoted, _) | (Quotes::Closed, b'"') => Quotes::Quoted,
            (_, b',' | b'\n' | b'\r') => Quotes::Start,
            (Quotes::Closed, _) => {
                self.faults.push_back(at);
                Quotes::Plain
            }
            (Quotes::Start | Quotes::Plain, _) => Quotes::Plain,
        };
    }

    fn see_end(&mut self) {
        if std::mem::take(&mut self.quotes) == Quotes::Quoted {
            self.faults.push_back(self.opened);
        }
    }

    /// Whether quotes are wrong before a byte, in what was not yet asked about.
    pub(super) fn faults_before(&mut self, byte: u64) -> bool {
        let mut any = false;
        while self.faults.pop_front_if(|at| *at < byte).is_some() {
            any = true;
        }
        any
    }

    /// The line, from 1, of the first character from a byte on that does not end one.
    pub(super) fn line_from(&mut self, mut byte: u64) -> u64 {
        while let Some((at, feed)) = self.ends.front().copied().filter(|(at, _)| *at <= byte) {
            self.ends.pop_front();
            self.lines += u64::from(feed);
            byte += u64::from(at == byte);
        }
        self.lines + 1
    }
}

/// A file that is read under watch.
pub(super) struct Guarded {
    inner: BufReader<File>,
    watch: Rc<RefCell<Watch>>,
}

impl Guarded {
    pub(super) fn new(inner: BufReader<File>, watch: Rc<RefCell<Watch>>) -> Self {
        Self { inner, watch }
    }
}

impl Read for Guarded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut watch = self.watch.borrow_mut();
        if watch.since > MAX_RECORD {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                "record too long",
            ));
        }
        let count = self.inner.read(buffer)?;
        let before = watch.read;
        for (at, byte) in (before..).zip(buffer.iter().take(count)) {
            watch.see(at, *byte);
        }
        if count == 0 {
            watch.see_end();
        }
        watch.since += count as u64;
        watch.read += count as u64;
        Ok(count)
    }
}
