//! What the API answers when it cannot answer: `application/problem+json` (RFC 9457).
//!
//! Most errors are an [`AppError`], which the rim of the server writes out for every route under `/api`.
//! Query parameters are refused here, since only here it is known which one, and what would be allowed.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use slate_domain::query::Problem as Refused;
use utoipa::ToSchema;

use crate::error::AppError;

/// How many wrong parameters one answer tells of.
const TOLD: usize = 10;

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: `status` and `code` say what it is.
    #[serde(rename = "type")]
    #[schema(examples("about:blank"))]
    pub kind: &'static str,
    /// The name of the status.
    #[schema(examples("Bad Request"))]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599, examples(400))]
    pub status: u16,
    /// A name for programs, one a kind of error.
    #[schema(examples(
        "bad-request",
        "not-found",
        "method",
        "too-long",
        "unavailable",
        "internal"
    ))]
    pub code: &'static str,
    /// What is wrong, in English, for people.
    #[schema(examples(
        "The parameter “country” is “ZZ”; allowed: an ISO 3166-1 alpha-2 code such as HK, or its English name."
    ))]
    pub detail: String,
    /// Of a request with wrong parameters: the first ten of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub errors: Option<Vec<WrongParameter>>,
    /// Of an internal error: what to tell the organiser, who finds the cause under it in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub reference: Option<String>,
}

/// A query parameter that could not be taken.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct WrongParameter {
    /// Its name, at most 40 characters of it.
    #[schema(examples("country"))]
    pub parameter: String,
    /// The value as it was given, at most 80 characters of it; of an unknown parameter, its name.
    #[schema(examples("ZZ"))]
    pub given: String,
    /// What would have been right.
    #[schema(examples("an ISO 3166-1 alpha-2 code such as HK, or its English name"))]
    pub allowed: String,
    #[serde(skip)]
    unknown: bool,
}

/// Why a request of the API was not answered.
#[derive(Debug)]
pub enum ApiError {
    /// Never empty.
    Parameters(Vec<WrongParameter>),
    Other(AppError),
}

impl From<AppError> for ApiError {
    fn from(error: AppError) -> Self {
        Self::Other(error)
    }
}

/// Refuses a query string of which anything could not be taken. `known` are the parameters there are.
pub fn refuse(
    problems: Vec<Refused>,
    unknown: &[String],
    known: impl Iterator<Item = String>,
) -> Result<(), ApiError> {
    let mut wrong: Vec<WrongParameter> = problems.into_iter().map(wrong_value).collect();
    if !unknown.is_empty() {
        let known = known.collect::<Vec<_>>().join(", ");
        wrong.extend(unknown.iter().map(|name| WrongParameter {
            parameter: name.clone(),
            given: name.clone(),
            allowed: format!("the parameters {known}"),
            unknown: true,
        }));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(ApiError::Parameters(wrong))
    }
}

fn wrong_value(problem: Refused) -> WrongParameter {
    let Refused { parameter, error } = problem;
    // The page takes the first of several; the API takes none of them.
    let allowed = match error.what.as_ref() {
        "repeated parameter" => "this parameter once",
        _ => error
            .allowed
            .strip_prefix("give ")
            .unwrap_or(&error.allowed),
    };
    WrongParameter {
        parameter,
        allowed: allowed.to_owned(),
        given: error.given,
        unknown: false,
    }
}

impl WrongParameter {
    fn sentence(&self) -> String {
        let Self {
            parameter,
            given,
            allowed,
            unknown,
        } = self;
        if *unknown {
            format!("There is no parameter “{parameter}”; allowed: {allowed}.")
        } else {
            format!("The parameter “{parameter}” is “{given}”; allowed: {allowed}.")
        }
    }
}

impl Problem {
    fn of_parameters(mut wrong: Vec<WrongParameter>) -> Self {
        let untold = wrong.len().saturating_sub(TOLD);
        wrong.truncate(TOLD);
        let mut sentences: Vec<String> = wrong.iter().map(WrongParameter::sentence).collect();
        if untold > 0 {
            sentences.push(format!("{untold} more are wrong."));
        }
        Self {
            kind: "about:blank",
            title: StatusCode::BAD_REQUEST
                .canonical_reason()
                .unwrap_or_default(),
            status: StatusCode::BAD_REQUEST.as_u16(),
            code: "bad-request",
            detail: sentences.join(" "),
            errors: Some(wrong),
            reference: None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let wrong = match self {
            Self::Other(error) => return error.into_response(),
            Self::Parameters(wrong) => wrong,
        };
        let body = match serde_json::to_string(&Problem::of_parameters(wrong)) {
            Ok(body) => body,
            Err(error) => return AppError::internal(error).into_response(),
        };
        let kind = HeaderValue::from_static("application/problem+json");
        let keep = HeaderValue::from_static("no-store");
        (
            StatusCode::BAD_REQUEST,
            [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)],
            body,
        )
            .into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use slate_domain::query::{CatalogueQuery, parameters};

    fn refused(query: &str) -> Vec<WrongParameter> {
        let parsed = CatalogueQuery::parse(query);
        match refuse(parsed.problems, &parsed.unknown, parameters()) {
            Err(ApiError::Parameters(wrong)) => wrong,
            other => panic!("{query}: {other:?}"),
        }
    }

    #[test]
    fn a_repeated_parameter_is_not_said_to_be_taken() {
        let [wrong] = &refused("page=1&page=2")[..] else {
            panic!("one is wrong")
        };
        assert_eq!(
            (wrong.parameter.as_str(), wrong.given.as_str()),
            ("page", "2")
        );
        assert_eq!(wrong.allowed, "this parameter once");
    }

    #[test]
    fn only_the_first_ten_are_told() {
        let query: Vec<String> = (0..500).map(|n| format!("x{n}=1")).collect();
        let problem = Problem::of_parameters(refused(&query.join("&")));
        assert_eq!(problem.errors.map(|errors| errors.len()), Some(TOLD));
        assert!(
            problem.detail.ends_with("490 more are wrong."),
            "{}",
            problem.detail
        );
        assert!(problem.detail.len() < 10_000);
    }
}
