//! The headers that tell browsers what a page of ours may do.
//!
//! The content security policy allows the scripts of the shell by their hashes. They are taken from one
//! page that shows nothing anyone has written, rendered at the start; so a script that got into a page by
//! what somebody entered is never among them.

use std::collections::BTreeSet;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The rules stand in a file, since in the page they would need a permission of their own.
const SPECULATION: HeaderValue = HeaderValue::from_static("\"/speculation.json\"");

/// The headers of every answer.
#[derive(Debug, Clone)]
pub struct Headers(std::sync::Arc<HeaderMap>);

/// What they depend on.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// Hashes of the shell's scripts: [`script_hashes`].
    pub scripts: BTreeSet<String>,
    pub https: bool,
    /// Whether search engines may list the pages.
    pub robots: bool,
    /// Where a watching build tool tells the page to reload.
    pub reload: Option<String>,
}

impl Headers {
    pub fn new(policy: &Policy) -> Self {
        let mut headers = HeaderMap::new();
        let mut fixed = |name: HeaderName, value: &'static str| {
            headers.insert(name, HeaderValue::from_static(value));
        };
        fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        fixed(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
        fixed(
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        );
        fixed(
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        );
        if policy.https {
            fixed(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
        }
        if !policy.robots {
            fixed(HeaderName::from_static("x-robots-tag"), "noindex");
        }
        if let Ok(value) = HeaderValue::try_from(content_policy(policy)) {
            headers.insert(header::CONTENT_SECURITY_POLICY, value);
        }
        Self(headers.into())
    }
}

fn content_policy(policy: &Policy) -> String {
    let scripts: String = policy
        .scripts
        .iter()
        .map(|hash| format!(" '{hash}'"))
        .collect();
    let reload = policy
        .reload
        .as_ref()
        .map_or_else(String::new, |url| format!(" {url}"));
    [
        "default-src 'self'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'{scripts}"),
        "style-src 'self'".to_owned(),
        "img-src 'self' data: https:".to_owned(),
        format!("connect-src 'self'{reload}"),
        "worker-src 'self'".to_owned(),
        "frame-src https://www.youtube-nocookie.com https://player.vimeo.com".to_owned(),
        "object-src 'none'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'self'".to_owned(),
        "frame-ancestors 'none'".to_owned(),
    ]
    .join("; ")
}

/// Puts them on every answer; what an answer already says stands.
pub async fn layer(State(headers): State<Headers>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let status = response.status();
    let said = response.headers_mut();
    for (name, value) in headers.0.iter() {
        if !said.contains_key(name) {
            said.insert(name, value.clone());
        }
    }
    let is_page = said
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page && status == StatusCode::OK {
        said.insert("speculation-rules", SPECULATION);
    }
    if !said.contains_key(header::CACHE_CONTROL) {
        said.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// The hashes of the scripts that stand in a document, as a content security policy writes them.
pub fn script_hashes(html: &str) -> BTreeSet<String> {
    let mut hashes = BTreeSet::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        rest = &rest[start + "<script".len()..];
        let Some((attributes, behind)) = rest.split_once('>') else {
            break;
        };
        let Some((code, after)) = behind.split_once("</script") else {
            break;
        };
        if !attributes.contains(" src=") && is_code(attributes) {
            hashes.insert(format!("sha256-{}", STANDARD.encode(Sha256::digest(code))));
        }
        rest = after;
    }
    hashes
}

/// Data in a script element is not run, and needs no permission.
fn is_code(attributes: &str) -> bool {
    let kind = attributes
        .split_once("type=")
        .map(|(_, kind)| kind.trim_start_matches(['"', '\'']));
    kind.is_none_or(|kind| {
        ["module", "text/javascript", "importmap", "speculationrules"]
            .iter()
            .any(|code| kind.starts_with(code))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_in_the_document_are_hashed() {
        let html = "<head><script src=\"/a.js\"></script><script type=\"module\">alert(1)</script>\
            <script type=\"application/ld+json\">{}</script><script>alert(1)</script><script >b()</script>";
        let hashes = script_hashes(html);
        // openssl dgst -sha256 -binary <<< of the text, in base64
        assert!(
            hashes.contains("sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="),
            "{hashes:?}"
        );
        assert_eq!(hashes.len(), 2);
        assert!(script_hashes("<script>never closed").is_empty());
    }

    #[test]
    fn the_policy_says_what_it_was_told() {
        let policy = Policy {
            scripts: ["sha256-x=".to_owned()].into(),
            https: true,
            ..Policy::default()
        };
        let headers = Headers::new(&policy);
        let said = headers.0[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(
            said.contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-x='; "),
            "{said}"
        );
        assert!(!said.contains("unsafe-inline"));
        assert!(headers.0.contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert!(headers.0.contains_key("x-robots-tag"));
        let open = Headers::new(&Policy {
            robots: true,
            ..Policy::default()
        });
        assert!(!open.0.contains_key(header::STRICT_TRANSPORT_SECURITY));
        assert!(!open.0.contains_key("x-robots-tag"));
    }
}
