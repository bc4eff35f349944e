//! The closed lists that describe titles, companies and materials.

use crate::code::codes;

codes! {
    /// What a title is.
    pub enum Category("category") {
        Film = "film", "Feature film";
        Short = "short", "Short film";
        Documentary = "documentary", "Documentary";
        Animation = "animation", "Animation";
        TvSeries = "tv-series", "TV series";
        /// A variety show or another format that is made again elsewhere.
        Format = "format", "Variety or format";
        Game = "game", "Game";
        /// A novel, a comic or a webtoon.
        Literary = "literary", "Literary IP";
    }

    /// How far a title has come, from idea to release.
    pub enum Stage("stage") {
        Idea = "idea", "Idea";
        Development = "development", "Development";
        Packaging = "packaging", "Packaging";
        PreProduction = "pre-production", "Pre-production";
        Production = "production", "Production";
        PostProduction = "post-production", "Post-production";
        Completed = "completed", "Completed";
        Released = "released", "Released";
    }

    /// Whom or what an exhibitor seeks for a title.
    pub enum LookingFor("looking for") {
        CoProducer = "co-producer", "Co-producer";
        Investor = "investor", "Investor";
        PreSale = "pre-sale", "Pre-sale";
        Distributor = "distributor", "Distributor";
        SalesAgent = "sales-agent", "Sales agent";
        Remake = "remake", "Remake";
        FormatLicence = "format-licence", "Format licence";
        Adaptation = "adaptation", "Adaptation";
        Merchandise = "merchandise", "Merchandise";
    }

    /// Where a title stands in the catalogue.
    pub enum TitleStatus("title status") {
        Draft = "draft", "Draft";
        /// Handed to the organiser, who has not yet decided.
        InReview = "in-review", "In review";
        Published = "published", "Published";
        Withdrawn = "withdrawn", "Withdrawn";
    }

    /// What a material shows.
    pub enum MaterialKind("material kind") {
        KeyArt = "key-art", "Key art";
        Still = "still", "Still";
        Trailer = "trailer", "Trailer";
        /// A presentation of the project for buyers and investors.
        Deck = "deck", "Deck";
        /// The whole work, for buyers to judge.
        Screener = "screener", "Screener";
    }

    /// What a company does.
    pub enum CompanyKind("company kind") {
        Producer = "producer", "Producer";
        SalesAgent = "sales-agent", "Sales agent";
        Distributor = "distributor", "Distributor";
        Broadcaster = "broadcaster", "Broadcaster";
        Streamer = "streamer", "Streamer";
        Studio = "studio", "Studio";
        IpOwner = "ip-owner", "IP owner";
        Publisher = "publisher", "Publisher";
        Investor = "investor", "Investor";
        Festival = "festival", "Festival";
        FilmCommission = "film-commission", "Film commission";
        /// Post-production, subtitling, law, insurance and whatever else serves productions.
        Service = "service", "Service";
    }

    /// What came of a festival or an award.
    pub enum FestivalOutcome("festival outcome") {
        Selected = "selected", "Selected";
        Nominated = "nominated", "Nominated";
        Won = "won", "Won";
        /// A special mention or a prize of honour.
        Honoured = "honoured", "Honoured";
    }

    /// For which age a title is fit: five steps into which national ratings are put.
    pub enum Rating("rating") {
        General = "general", "General";
        ParentalGuidance = "parental-guidance", "Parental guidance";
        Teens = "teens", "Teens";
        Mature = "mature", "Mature";
        Adult = "adult", "Adult";
    }

    /// For whom a title is made.
    pub enum TargetAudience("target audience") {
        Preschool = "preschool", "Preschool";
        Kids = "kids", "Kids";
        Family = "family", "Family";
        Teens = "teens", "Teens";
        YoungAdults = "young-adults", "Young adults";
        Adults = "adults", "Adults";
        All = "all", "All audiences";
    }

    /// Whether a right goes to one licensee alone.
    pub enum Exclusivity("exclusivity") {
        Exclusive = "exclusive", "Exclusive";
        NonExclusive = "non-exclusive", "Non-exclusive";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::check;

    macro_rules! check_lists {
        ($($name:ident),+) => {$(
            for (index, value) in $name::ALL.iter().enumerate() {
                check::round_trip(value);
                assert_eq!(value.index(), index);
                assert_eq!(value.label().parse(), Ok(*value), "{}", value.label());
                assert_eq!(value.code().to_uppercase().replace('-', "_").parse(), Ok(*value));
                assert!(value.code().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'));
            }
        )+};
    }

    #[test]
    fn every_code_and_label_is_read() {
        check_lists!(
            Category,
            Stage,
            LookingFor,
            TitleStatus,
            MaterialKind,
            CompanyKind,
            FestivalOutcome,
            Rating,
            TargetAudience,
            Exclusivity
        );
    }
}
