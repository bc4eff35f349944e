//! The search engine of the catalogue: documents → snapshot → index → page of hits.
//!
//! ```text
//! Schema, Document ──> Builder ──> Snapshot (bytes) ──> Index ──> search(&Query) ──> Page
//! schema   document    builder     snapshot             index     query, matcher,     query
//!                      fold, words                                rank, facets
//! ```
//!
//! The crate is pure: no clock, no file, no network, no thread; the same code answers on the server
//! and, compiled to WASM, in the browser, and gives the same bytes for the same documents and the
//! same page for the same query.
//!
//! - [`schema`]: what facets, ranges and sorts the catalogue has.
//! - [`document`]: what is told to the engine about one title.
//! - [`fold`]: case, accents, width, kana, Traditional and Simplified: the form in which words meet.
//! - [`words`]: where words begin and end; character pairs where a script does not say.
//! - [`builder`] and [`snapshot`]: the bytes of an index, and whether bytes are one.
//! - [`index`]: an opened snapshot.
//! - [`query`]: what is asked and what comes back. `parse` reads what a person typed, `matcher` finds
//!   the documents, `rank` orders them, `facets` filters and counts.
//! - [`highlight`](mod@highlight): which parts of a displayed string a query matched.
//!
//! ```
//! use slate_search::*;
//!
//! let mut builder = Builder::new(Schema::default());
//! builder.add(Document {
//!     key: "1".into(),
//!     slug: "drunken-master".into(),
//!     texts: vec![Text::new(Field::Title, Some("zh-Hant"), "醉拳")],
//!     ..Document::default()
//! });
//! let index = Index::open(builder.finish().into_bytes())?;
//! let page = index.search(&Query { text: "醉拳".into(), limit: 10, ..Query::default() });
//! assert_eq!(page.hits[0].slug, "drunken-master");
//! # Ok::<(), SnapshotError>(())
//! ```

pub mod builder;
mod bytes;
mod columns;
pub mod document;
mod facets;
pub mod fold;
pub mod highlight;
pub mod index;
mod matcher;
mod occurrence;
mod opened;
mod parse;
pub mod query;
mod rank;
pub mod schema;
pub mod snapshot;
mod tally;
pub mod words;

#[cfg(test)]
mod tests;

pub use builder::Builder;
pub use document::{Document, Field, FreeBox, SortKey, TERRITORY_WORDS, Territories, Text};
pub use highlight::{Highlighter, highlight};
pub use index::{Hit, Index};
pub use query::{AvailFilter, Matched, Page, Query, Sort};
pub use schema::{FacetDef, RangeDef, Schema, SortDef, SortKind};
pub use snapshot::{Snapshot, SnapshotError};
