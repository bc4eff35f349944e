//! The 27 countries of the market: how many exhibitors each sends, what is spoken and paid there.

/// A country of exhibitors.
#[derive(Debug)]
pub struct Origin {
    pub code: &'static str,
    /// Of about 760.
    pub weight: u32,
    /// The language its works are made in.
    pub language: &'static str,
    /// The column of its language in the lists of foreign titles; none for English and Chinese.
    pub column: Option<usize>,
    pub currency: &'static str,
    /// Thousandths of a currency unit for a US dollar, round.
    pub per_usd: u64,
    /// What a production costs there, in hundredths of what it costs in the United States.
    pub cost: u64,
    /// The partners it likes to co-produce with.
    pub partners: [&'static str; 3],
}

const fn origin(
    (code, weight): (&'static str, u32),
    (language, column): (&'static str, Option<usize>),
    (currency, per_usd, cost): (&'static str, u64, u64),
    partners: [&'static str; 3],
) -> Origin {
    Origin {
        code,
        weight,
        language,
        column,
        currency,
        per_usd,
        cost,
        partners,
    }
}

/// By weight.
pub static ORIGINS: [Origin; 27] = [
    origin(
        ("HK", 176),
        ("yue", None),
        ("HKD", 7_800, 45),
        ["CN", "TW", "SG"],
    ),
    origin(
        ("CN", 146),
        ("zh-Hans", None),
        ("CNY", 7_200, 50),
        ["HK", "FR", "JP"],
    ),
    origin(
        ("JP", 62),
        ("ja", Some(2)),
        ("JPY", 150_000, 40),
        ["TW", "FR", "KR"],
    ),
    origin(
        ("KR", 58),
        ("ko", Some(3)),
        ("KRW", 1_420_000, 45),
        ["JP", "US", "HK"],
    ),
    origin(
        ("TW", 52),
        ("zh-Hant", None),
        ("TWD", 31_000, 30),
        ["HK", "JP", "FR"],
    ),
    origin(
        ("US", 40),
        ("en", None),
        ("USD", 1_000, 100),
        ["GB", "CA", "KR"],
    ),
    origin(
        ("TH", 34),
        ("th", Some(4)),
        ("THB", 32_900, 20),
        ["SG", "HK", "CN"],
    ),
    origin(
        ("FR", 27),
        ("fr", Some(6)),
        ("EUR", 885, 60),
        ["IT", "DE", "CA"],
    ),
    origin(
        ("GB", 25),
        ("en", None),
        ("GBP", 760, 70),
        ["US", "FR", "AU"],
    ),
    origin(
        ("IN", 19),
        ("hi", Some(5)),
        ("INR", 87_000, 18),
        ["GB", "FR", "SG"],
    ),
    origin(
        ("SG", 17),
        ("en", None),
        ("SGD", 1_310, 35),
        ["MY", "TH", "HK"],
    ),
    origin(
        ("MY", 16),
        ("ms", Some(15)),
        ("MYR", 4_280, 15),
        ["SG", "ID", "TW"],
    ),
    origin(
        ("ID", 11),
        ("id", Some(14)),
        ("IDR", 16_450_000, 14),
        ["SG", "MY", "FR"],
    ),
    origin(
        ("PH", 11),
        ("fil", Some(16)),
        ("PHP", 57_500, 13),
        ["SG", "FR", "US"],
    ),
    origin(
        ("DE", 10),
        ("de", Some(7)),
        ("EUR", 885, 60),
        ["FR", "PL", "SE"],
    ),
    origin(
        ("VN", 9),
        ("vi", Some(17)),
        ("VND", 26_000_000, 12),
        ["FR", "KR", "SG"],
    ),
    origin(
        ("IT", 8),
        ("it", Some(9)),
        ("EUR", 885, 50),
        ["FR", "ES", "DE"],
    ),
    origin(
        ("CA", 8),
        ("en", None),
        ("CAD", 1_400, 65),
        ["US", "FR", "GB"],
    ),
    origin(
        ("MO", 7),
        ("yue", None),
        ("MOP", 8_030, 30),
        ["HK", "CN", "BR"],
    ),
    origin(
        ("ES", 6),
        ("es", Some(8)),
        ("EUR", 885, 45),
        ["FR", "MX", "IT"],
    ),
    origin(
        ("AU", 6),
        ("en", None),
        ("AUD", 1_550, 65),
        ["NZ", "GB", "SG"],
    ),
    origin(
        ("NZ", 3),
        ("en", None),
        ("NZD", 1_720, 55),
        ["AU", "GB", "US"],
    ),
    origin(
        ("SE", 3),
        ("sv", Some(11)),
        ("SEK", 9_800, 55),
        ["DE", "FR", "PL"],
    ),
    origin(
        ("PL", 3),
        ("pl", Some(10)),
        ("PLN", 3_750, 28),
        ["DE", "SE", "FR"],
    ),
    origin(
        ("BR", 3),
        ("pt", Some(12)),
        ("BRL", 5_600, 25),
        ["FR", "ES", "MX"],
    ),
    origin(
        ("MX", 3),
        ("es", Some(8)),
        ("MXN", 19_200, 25),
        ["ES", "US", "BR"],
    ),
    origin(
        ("TR", 3),
        ("tr", Some(13)),
        ("TRY", 39_500, 22),
        ["DE", "FR", "IT"],
    ),
];

pub fn of(code: &str) -> &'static Origin {
    ORIGINS
        .iter()
        .find(|origin| origin.code == code)
        .unwrap_or(&ORIGINS[0])
}
