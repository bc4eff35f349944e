//! Simplified Chinese from Traditional, character by character.
//!
//! The texts of the demonstration are written so that this is right: with 着 and 裏 as in Hong Kong, and
//! without the few characters that go two ways. The table is the search engine's; what it folds for
//! finding and not for reading stands apart here.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Where reading wants something else than finding.
const OWN: [(char, char); 25] = [
    ('群', '群'),
    ('峰', '峰'),
    ('託', '托'),
    ('覆', '覆'),
    ('遊', '游'),
    ('佔', '占'),
    ('週', '周'),
    ('昇', '升'),
    ('佈', '布'),
    ('慾', '欲'),
    ('迴', '回'),
    ('妳', '你'),
    ('牠', '它'),
    ('祇', '只'),
    ('綵', '彩'),
    ('癒', '愈'),
    ('舖', '铺'),
    ('餵', '喂'),
    ('簷', '檐'),
    ('僱', '雇'),
    ('籤', '签'),
    ('瀰', '弥'),
    ('蠔', '蚝'),
    ('湧', '涌'),
    ('瑙', '瑙'),
];

static TABLE: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let pairs = include_str!("../search/tables/han.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let pair = |line: &str| {
        let mut letters = line.chars();
        Some((letters.next()?, letters.next()?))
    };
    let mut table: HashMap<char, char> = pairs.filter_map(pair).collect();
    table.extend(OWN);
    table
});

pub fn simplified(text: &str) -> String {
    text.replace("甚麼", "什麼")
        .chars()
        .map(|letter| TABLE.get(&letter).copied().unwrap_or(letter))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_people_write() {
        assert_eq!(simplified("尾班渡輪後的來信"), "尾班渡轮后的来信");
        assert_eq!(simplified("一群人託付了甚麼"), "一群人托付了什么");
        assert_eq!(simplified("看着裏面的鐘錶"), "看着里面的钟表");
    }
}
