//! Each state of the season, as visitors and partners meet it.

use crate::http::Market;

const UPCOMING: &str = "2027-02-01T10:00:00+08:00";
const ONLINE: &str = "2027-03-01T10:00:00+08:00";
const DOORS_OPEN: &str = "2027-03-15T10:00:00+08:00";
const FOLLOW_UP: &str = "2027-03-20T10:00:00+08:00";
const CLOSED: &str = "2027-05-01T10:00:00+08:00";

async fn page(market: &Market, path: &str) -> String {
    let answer = market.get(path).await;
    assert_eq!(answer.status.as_u16(), 200, "{path}");
    answer.text().to_owned()
}

#[tokio::test]
async fn before_the_season_there_is_the_announcement_and_no_title_anywhere() {
    let market = Market::open_at(UPCOMING).await;
    let home = page(&market, "/").await;
    assert!(home.contains("data-state=\"upcoming\""));
    assert!(home.contains("22 February 2027") && home.contains("countdown"));
    let secret = {
        let open = Market::open_at(ONLINE).await;
        open.json("/api/v1/titles").await["hits"][0]["slug"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    for path in ["/titles", &format!("/titles/{secret}")] {
        let text = page(&market, path).await;
        assert!(
            text.contains("opens on") && text.contains("noindex"),
            "{path}"
        );
    }
    for path in ["/", "/titles", "/exhibitors", "/sitemap.xml"] {
        assert!(!page(&market, path).await.contains(&secret), "{path}");
    }
    market.problem("/api/v1/titles", 403).await;
    market
        .problem(&format!("/api/v1/titles/{secret}"), 403)
        .await;
    let suggested = market.get("/api/fn/suggest?q=a&locale=en").await;
    assert_eq!(suggested.text(), "[]");
    for path in [
        "/feed.atom".to_owned(),
        format!("/cards/titles/{secret}.png"),
    ] {
        assert_eq!(market.get(&path).await.status.as_u16(), 403, "{path}");
    }
    assert!(
        page(&market, "/exhibitors")
            .await
            .contains("class=\"company\"")
    );
}

#[tokio::test]
async fn while_it_is_open_the_banner_says_what_is_on() {
    for (now, state, words) in [
        (ONLINE, "online", "On the floor from"),
        (DOORS_OPEN, "on-the-floor", "Live now"),
        (FOLLOW_UP, "follow-up", "The floor has closed"),
    ] {
        let market = Market::open_at(now).await;
        let home = page(&market, "/").await;
        assert!(home.contains(&format!("data-state=\"{state}\"")), "{state}");
        assert!(home.contains(words), "{state}: {words}");
        assert!(
            market.json("/api/v1/titles").await["total"]
                .as_u64()
                .unwrap()
                > 0
        );
    }
}

#[tokio::test]
async fn an_archive_can_be_read_and_searched() {
    let market = Market::open_at(CLOSED).await;
    let home = page(&market, "/").await;
    assert!(home.contains("data-state=\"closed\"") && !home.contains("role=\"timer\""));
    let found = market.json("/api/v1/titles?per_page=1").await;
    let slug = found["hits"][0]["slug"].as_str().unwrap();
    page(&market, &format!("/titles/{slug}")).await;
}
