//! The one error of the application: what people and programs may know about a failure.
//!
//! It crosses the wire, so it holds nothing of the inside. A cause is logged on the server under a
//! reference (`AppError::internal`), and only the reference travels.

use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

/// Why something could not be done. `Display` is the message for people, in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "error", rename_all = "kebab-case")]
pub enum AppError {
    #[error("There is nothing at this address.")]
    NotFound,
    /// What was given is wrong; the message says what was given and what is allowed.
    #[error("{message}")]
    Invalid { message: String },
    #[error("You need other permissions for this.")]
    Forbidden,
    #[error(
        "The titles are shown from the first day of the season. Until then there is the list of exhibitors."
    )]
    BeforeSeason,
    #[error("This cannot be done here: the address does not accept this kind of request.")]
    MethodNotAllowed,
    #[error("Someone else changed this in the meantime. Load it again and repeat your change.")]
    Conflict,
    #[error("What was sent is larger than we accept.")]
    TooLarge,
    #[error("This address is too long. Remove some filters or shorten the search.")]
    AddressTooLong,
    #[error("Too many requests at once. Please try again in {retry} seconds.")]
    Busy {
        /// Seconds to wait.
        retry: u32,
    },
    #[error("The market cannot be reached at the moment. Please try again in a moment.")]
    Unavailable,
    #[error("Something went wrong, and the fault is ours. Reference: {reference}")]
    Internal { reference: String },
}

impl AppError {
    /// A wrong input; the message is for people.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid {
            message: message.into(),
        }
    }

    /// The HTTP status it is answered with.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Invalid { .. } => 400,
            Self::Forbidden | Self::BeforeSeason => 403,
            Self::MethodNotAllowed => 405,
            Self::Conflict => 409,
            Self::TooLarge => 413,
            Self::AddressTooLong => 414,
            Self::Busy { .. } => 429,
            Self::Unavailable => 503,
            Self::Internal { .. } => 500,
        }
    }

    /// Its name, by which the interface's languages and programs know it: `not-found`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Invalid { .. } => "bad-request",
            Self::Forbidden => "forbidden",
            Self::BeforeSeason => "before-season",
            Self::MethodNotAllowed => "method",
            Self::Conflict => "conflict",
            Self::TooLarge => "too-large",
            Self::AddressTooLong => "too-long",
            Self::Busy { .. } => "busy",
            Self::Unavailable => "unavailable",
            Self::Internal { .. } => "internal",
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            // The browser could not reach the server at all.
            ServerFnErrorErr::Request(_) => Self::Unavailable,
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => {
                Self::invalid("The request could not be understood.")
            }
            _ => Self::Internal {
                reference: String::new(),
            },
        }
    }
}
