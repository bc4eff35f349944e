//! The halls and their plans.

use crate::http::Market;

async fn text(market: &Market, path: &str, status: u16) -> String {
    let answer = market.get(path).await;
    assert_eq!(answer.status.as_u16(), status, "{path}");
    answer.text().to_owned()
}

#[tokio::test]
async fn a_hall_shows_its_booths_and_marks_what_is_looked_for() {
    let market = Market::open().await;
    let halls = text(&market, "/halls", 200).await;
    assert!(halls.contains("href=\"/halls/1A\""));
    let hall = text(&market, "/halls/1A", 200).await;
    assert!(hall.contains("1A-B12") && hall.contains("class=\"booth\""));
    assert!(!hall.contains("booth-pin"));
    let found = text(&market, "/zh-hant/halls/1A?q=1a-b12", 200).await;
    assert!(found.contains("booth-found") && found.contains("booth-pin"));
    let none = text(&market, "/halls/1A?q=%3Cb%3Enobody", 200).await;
    assert!(none.contains("&lt;b&gt;nobody") && !none.contains("booth-found"));
    for missing in ["/halls/9", "/halls/1a", "/halls/%3Cb%3E"] {
        text(&market, missing, 404).await;
    }
}
