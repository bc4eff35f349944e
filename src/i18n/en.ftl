# English: the language the others are held against. A key, an attribute or a variable that is missing
# here or left over in another language fails the build (see build.rs).
# $count, $total, $page and the other names listed in build.rs are whole numbers; every other variable is text.

## Site

site-name = Slate
site-tagline = The film and TV market, online
site-description = Browse films, series and stories on offer, see which rights are free, and meet the people who sell them.
page-title = { $page_name } · Slate
page-title-paged = { $page_name }, page { $page } · Slate

## Navigation

skip-to-content = Skip to content
skip-to-results = Skip to results
skip-to-filters = Skip to filters
nav-label = Main
nav-home = Home
nav-titles = Titles
nav-exhibitors = Exhibitors
nav-halls = Halls
nav-my-market = My market
nav-menu = Menu
nav-open-menu = Open menu
nav-close-menu = Close menu
breadcrumb-label = You are here
back = Back
back-to-catalogue = Back to the catalogue
back-to-exhibitors = Back to exhibitors
back-to-home = Go to the home page
to-top = Back to top
external-link = opens another site
close = Close
more = More
loading = Loading…

## Language and theme

language-menu = Language
language-choose = Choose a language
language-current = { $language_name }, current language
theme-label = Appearance
theme-system = Same as the system
theme-dark = Dark
theme-light = Light
# The text is in another language than the interface.
text-in-language = In { $language_name }

## Search

search-label = Search titles, people and companies
search-placeholder = Title, person, company, theme…
search-submit = Search
search-clear = Clear the search
search-hint = Press / to search
search-suggestions = Suggestions
search-suggestions-count = { $count ->
    [one] { $count } suggestion. Use the arrow keys.
   *[other] { $count } suggestions. Use the arrow keys.
}
search-see-all = See all results for “{ $query }”
search-suggestion-title = Title
search-suggestion-person = Person
search-suggestion-company = Company

## Home

home-headline = Find the titles worth a meeting.
home-lead = Every title on offer at the market, with its rights, its trailer and the people to talk to.
home-lead-count = { $total ->
    [one] { $total } title on offer, with its rights, its trailer and the people to talk to.
   *[other] { $total } titles on offer, with their rights, their trailers and the people to talk to.
}
home-new-titles = New titles
home-featured = Featured
home-by-category = Browse by category
home-exhibitors = Exhibitors
home-empty = The catalogue is still empty.
home-empty-hint = Titles appear here as soon as exhibitors publish them.
see-all = See all
# For screen readers: the full text of a “See all” link.
see-all-of = See all: { $name }
titles-count = { $count ->
    [one] { $count } title
   *[other] { $count } titles
}

## Catalogue

catalogue-title = Catalogue
catalogue-title-query = “{ $query }” in the catalogue
catalogue-title-category = { $category }: catalogue
catalogue-description = Films, series, formats and stories on offer, with search over every title, person and company.
results = { $count ->
    [one] { $count } title
   *[other] { $count } titles
}
results-for = { $count ->
    [one] { $count } title for “{ $query }”
   *[other] { $count } titles for “{ $query }”
}
results-none = No titles
results-label = Results
results-range = { $from_number }–{ $to_number } of { $total }
fewer-words-notice = No title has all these words, so these are the ones that come nearest.
fewer-words-dropped = No title has all these words. Left out: { $words }
notice-value-ignored = “{ $value }” is not a value of the filter { $facet } and was ignored.
notice-parameter-ignored = This address has a part we do not know, “{ $name }”. It was ignored.
notice-query-shortened = The search was too long; only its beginning was used.
notice-range-swapped = “From” was greater than “to”, so we swapped them.
page-beyond-end = There is no page { $page }: the list ends on page { $last_page }.
page-beyond-end-link = Go to the last page
empty-title = Nothing matches
empty-lead = No title matches this search and these filters together.
empty-fewer-words = Try fewer or other words.
empty-remove-filters = Remove a filter:
empty-clear-all = Remove all filters
empty-browse-all = Browse the whole catalogue
# Filters.
filters = Filters
filters-label = Filter titles
filters-count = { $count ->
    [one] { $count } filter
   *[other] { $count } filters
}
filters-active = Active filters
filters-apply = Apply
filters-show-results = { $count ->
    [one] Show { $count } title
   *[other] Show { $count } titles
}
filters-clear = Clear all
filter-remove = Remove filter: { $name }
filter-this-list = Filter this list
filter-any = Any
filter-yes = Yes
filter-from = From
filter-to = To
filter-minimum = At least
filter-maximum = At most
filter-show-more = Show more
filter-show-more-count = Show { $count } more
filter-show-fewer = Show fewer
filter-no-values = Nothing to choose here
filter-unit-minutes = minutes
filter-unit-usd = US dollars
# A chip of a range.
range-from-to = { $from } to { $to }
range-from = from { $from }
range-to = up to { $to }
chip = { $facet }: { $value }
# Said by screen readers after a value's name.
facet-value-count = { $count ->
    [one] { $count } title
   *[other] { $count } titles
}

## Facets

# Named as the query parameters: code(locale, "facet", "looking_for").
facet-category = Category
facet-stage = Stage
facet-genre = Genre
facet-country = Country or region
facet-language = Language
facet-year = Year
facet-runtime = Runtime
facet-budget = Budget
facet-looking-for = Looking for
facet-right = Right
facet-territory = Territory
facet-from = Available from
facet-until = Available until
facet-has-trailer = Has trailer
facet-company-country = Exhibitor’s country or region
facet-company = Exhibitor
facet-kind = Kind of company
facet-hall = Hall
facet-keyword = Keyword
facet-status = Status
has-trailer-yes = With trailer
has-trailer-no = Without trailer

## Sort and view

sort-label = Sort by
sort-apply = Sort
sort-relevance = Relevance
sort-newest = Newest
sort-title = Title
sort-year = Year
sort-budget = Budget
sort-name = Name
sort-country = Country or region
sort-titles = Number of titles
view-label = View
view-posters = Posters
view-list = List

## Pagination

pagination-label = Pages
pagination-previous = Previous
pagination-next = Next
pagination-first = First page
pagination-last = Last page
pagination-page = Page { $page }
pagination-status = Page { $page } of { $pages }

## Title

title-logline = Logline
title-synopsis = Synopsis
title-no-synopsis = No synopsis yet.
title-synopsis-languages = Read the synopsis in
title-facts = Facts
title-original-title = Original title
title-also-known-as = Also known as
title-titles-in-languages = Titles in other languages
title-category = Category
title-stage = Stage
title-genres = Genres
title-keywords = Keywords
title-country = Country or region of production
title-countries = Countries and regions of production
title-original-language = Original language
title-languages = Spoken languages
title-subtitles = Subtitles
title-year = Year
title-release-date = Release date
title-runtime = Runtime
title-episodes = Episodes
title-budget = Budget
title-financing = Financing in place
title-financing-share = { $percent } financed
title-financing-sought = { $amount } still sought
title-looking-for = Looking for
title-audience = Audience
title-rating = Rating
title-credits = Cast and credits
title-credit-role = Role
title-credit-name = Name
title-festivals = Festivals and awards
title-festival-year = Year
title-festival-name = Festival or award
title-festival-section = Section or prize
title-festival-outcome = Outcome
title-identifiers = Identifiers
title-materials = Materials
title-key-art = Key art
title-key-art-of = Key art of { $title_name }
title-poster-standin = No key art yet: { $title_name }
title-deck = Deck
title-deck-download = Download the deck
title-stills = Stills
title-still = Still { $number } of { $total }
title-screener = Screener
title-screener-on-request = On request
title-screener-members = For members only
title-screener-request = Ask for the screener
title-similar = Similar titles
title-more-from = More from { $company }
title-exhibitor = Exhibitor
title-sold-by = Offered by { $company }
title-website = Website
title-request-meeting = Ask for a meeting
title-share = Share
title-updated = Updated { $date }
title-source = Source: { $source }
title-unknown = Not stated
title-available-in = Also readable in
minutes = { $minutes } min
whole-hours = { $hours } h
hours-minutes = { $hours } h { $minutes } min
episodes-count = { $count ->
    [one] { $count } episode
   *[other] { $count } episodes
}
episodes-of = { $count ->
    [one] { $count } episode of { $minutes } min
   *[other] { $count } episodes of { $minutes } min
}
# Trailer.
trailer = Trailer
trailers-count = { $count ->
    [one] { $count } trailer
   *[other] { $count } trailers
}
trailer-play = Play the trailer
trailer-play-of = Play the trailer of { $title_name }
trailer-loads-from = Playing loads content from { $host }.
trailer-watch-on = Watch on { $host }
trailer-number = Trailer { $number }
trailer-none = No trailer yet.
# Visibility.
visibility-public = Public
visibility-members = Members only
visibility-on-request = On request
visibility-own-company = Only your company
visibility-members-note = Signed-in delegates see more here.
visibility-on-request-note = The exhibitor shares this on request.
sign-in-to-see = Sign in to see it

## Rights

rights-heading = Rights available
rights-on-request = Rights on request
rights-none = No rights are on offer at the moment.
rights-caption = Rights of { $title_name } by right, territory and window
rights-right = Right
rights-territories = Territories
rights-window = Window
rights-exclusivity = Exclusivity
rights-languages = Languages
rights-holdback = Holdback
rights-availability = Availability
rights-no-holdback = None
rights-all-languages = All languages
rights-worldwide = Worldwide
rights-except = { $territories }, except { $excluded }
rights-window-open = From now on
rights-window-from = From { $from }
rights-window-until = Until { $until }
rights-window-from-until = { $from } to { $until }
rights-window-perpetual = Perpetual
rights-free = Free
rights-taken = Not available
rights-partly = Partly free
rights-unknown = Ask the exhibitor
rights-free-in = Free in { $territory }
rights-taken-in = Not available in { $territory }
rights-your-territory = Is it free in my territory?

## Exhibitors

exhibitors-title = Exhibitors
exhibitors-lead = Who is at the market, what they sell and where to find them.
exhibitors-description = The companies at the market, with their slates and booths.
exhibitors-search = Search exhibitors
exhibitors-search-placeholder = Company, country, booth…
exhibitors-count = { $count ->
    [one] { $count } exhibitor
   *[other] { $count } exhibitors
}
exhibitors-empty-title = No exhibitor matches
exhibitors-empty-lead = Try another name, or remove a filter.
exhibitors-none = No exhibitors yet.
exhibitors-by-letter = Exhibitors by first letter
exhibitor-profile = Profile
exhibitor-no-profile = No profile yet.
exhibitor-slate = Slate
exhibitor-slate-empty = No titles published yet.
exhibitor-people = People
exhibitor-website = Website
exhibitor-visit-website = Visit the website
exhibitor-country = Country or region
exhibitor-kinds = Kind
exhibitor-hall = Hall
exhibitor-booth = Booth
exhibitor-booth-number = Booth { $booth }
exhibitor-hall-booth = Hall { $hall }, booth { $booth }
exhibitor-no-booth = No booth: online only
exhibitor-names = Names in other languages
exhibitor-logo-of = Mark of { $company }
exhibitor-contact = Contact
exhibitor-see-slate = See the slate in the catalogue
hall-name = Hall { $hall }
hall-map = Map of hall { $hall }

## Season

season-upcoming = Upcoming
season-online = Online
season-on-the-floor = On the floor
season-follow-up = Follow-up
season-closed = Closed
season-banner-upcoming = { $edition } opens online on { $date }.
season-banner-online = { $edition } is open online. On the floor from { $date }.
season-banner-on-the-floor = { $edition } is on the floor, until { $date }.
season-banner-follow-up = The floor has closed; { $edition } stays open online until { $date }.
season-banner-closed = { $edition } is over. The catalogue can still be searched.
season-days-left = { $count ->
    [one] { $count } day to go
   *[other] { $count } days to go
}
season-open-today = Open today, { $opens } to { $closes }
season-live-now = Live now
season-dates = Market days
season-venue = Venue

## Errors

error-not-found-title = Not found
error-not-found-lead = There is no page at this address.
error-title-not-found-title = No such title
error-title-not-found-lead = This title does not exist, or it is not shown at the moment.
error-exhibitor-not-found-title = No such exhibitor
error-exhibitor-not-found-lead = This exhibitor does not exist, or it is not at this market.
error-gone-title = No longer shown
error-gone-lead = The exhibitor has withdrawn this title.
error-internal-title = Something went wrong
error-internal-lead = The fault is ours. Please try again in a moment.
error-reference = Reference: { $reference }
error-reference-hint = Tell us this reference, and we find what happened.
error-bad-request-title = We do not understand this address
error-bad-request-lead = Part of the address is malformed. Check it, or start from the catalogue.
error-too-long-title = This address is too long
error-too-long-lead = Remove some filters or shorten the search.
error-too-large-title = This is too large
error-too-large-lead = What was sent is larger than we accept.
error-busy-title = Busy at the moment
error-busy-lead = Too many requests at once. Please try again in a few seconds.
error-unavailable-title = The catalogue cannot be reached
error-unavailable-lead = We are working on it. Please try again in a moment.
error-forbidden-title = Not for you to see
error-forbidden-lead = You need other permissions for this page.
error-method-title = This cannot be done here
error-method-lead = The page does not accept this kind of request.
error-offline = You seem to be offline.
error-try-again = Try again

## Footer

footer-label = About this site
footer-about = Slate is the online marketplace of a film and TV market.
footer-api = API for partners
footer-data-credit = Catalogue data: { $source }
footer-privacy = Privacy
footer-terms = Terms of use
footer-accessibility = Accessibility
footer-contact = Contact the organiser
footer-language = Language and appearance

## Category

category-film = Feature film
category-short = Short
category-documentary = Documentary
category-animation = Animation
category-tv-series = TV series
category-format = Format
category-game = Game
category-literary = Literary IP
# Several of them, as headings and links.
categories-film = Feature films
categories-short = Shorts
categories-documentary = Documentaries
categories-animation = Animation
categories-tv-series = TV series
categories-format = Formats
categories-game = Games
categories-literary = Literary IP

## Stage

stage-idea = Idea
stage-development = Development
stage-packaging = Packaging
stage-pre-production = Pre-production
stage-production = Production
stage-post-production = Post-production
stage-completed = Completed
stage-released = Released

## Looking for

looking-for-co-producer = Co-producer
looking-for-investor = Investor
looking-for-pre-sale = Pre-sale
looking-for-distributor = Distributor
looking-for-sales-agent = Sales agent
looking-for-remake = Remake
looking-for-format-licence = Format licence
looking-for-adaptation = Adaptation
looking-for-merchandise = Merchandise

## Right

# The IFTA tree.
right-cinematic = Cinematic
right-theatrical = Theatrical
right-non-theatrical = Non-theatrical
right-public-video = Public video
right-home-video = Home video
right-ppv = Pay-per-view
right-pay-tv = Pay TV
right-free-tv = Free TV
right-vod = Video on demand
right-tvod = Transactional VOD
right-est = Electronic sell-through
right-svod = Subscription VOD
right-avod = Advertising VOD
right-fast = FAST channel
right-ancillary = Ancillary
right-airline = Airline
right-ship = Ship
right-hotel = Hotel
right-allied = Allied
right-remake = Remake
right-sequel = Sequel
right-format = Format
right-merchandising = Merchandising
right-game = Game
right-publishing = Publishing

## Credit role

role-director = Director
role-writer = Writer
role-producer = Producer
role-executive-producer = Executive producer
role-cast = Cast
role-showrunner = Showrunner
role-creator = Creator
role-cinematographer = Cinematographer
role-editor = Editor
role-composer = Composer
role-production-designer = Production designer
role-animation-director = Animation director
role-author = Author
role-illustrator = Illustrator
role-publisher = Publisher
role-game-designer = Game designer
role-host = Host
role-voice = Voice cast

## Company kind

company-kind-producer = Production company
company-kind-sales-agent = Sales agent
company-kind-distributor = Distributor
company-kind-broadcaster = Broadcaster
company-kind-streamer = Streamer
company-kind-studio = Studio
company-kind-ip-owner = IP owner
company-kind-publisher = Publisher
company-kind-investor = Investor
company-kind-festival = Festival
company-kind-film-commission = Film commission
company-kind-service = Services

## Title status

title-status-draft = Draft
title-status-in-review = In review
title-status-published = Published
title-status-withdrawn = Withdrawn

## Exclusivity

exclusivity-exclusive = Exclusive
exclusivity-non-exclusive = Non-exclusive

## Festival outcome

festival-outcome-selected = Official selection
festival-outcome-nominated = Nominated
festival-outcome-won = Won
festival-outcome-honoured = Special mention

## Rating

rating-general = General
rating-parental-guidance = Parental guidance
rating-teens = Teens
rating-mature = Mature
rating-adult = Adults only

## Audience

audience-preschool = Preschool
audience-kids = Kids
audience-family = Family
audience-teens = Teens
audience-young-adults = Young adults
audience-adults = Adults
audience-all = All audiences

## Participation, approval and listing

participation-exhibitor = Exhibitor
participation-buyer = Buyer
participation-both = Exhibitor and buyer
approval-pending = Pending
approval-approved = Approved
approval-refused = Refused
listing-listed = Listed
listing-withheld = Withheld

## Material kind

material-key-art = Key art
material-still = Still
material-trailer = Trailer
material-deck = Deck
material-screener = Screener

## Genre

# Genres are free text in the catalogue; these are the ones whose name is known in every language.
genre-action = Action
genre-adventure = Adventure
genre-animation = Animation
genre-biography = Biography
genre-children = Children
genre-comedy = Comedy
genre-coming-of-age = Coming of age
genre-crime = Crime
genre-documentary = Documentary
genre-drama = Drama
genre-family = Family
genre-fantasy = Fantasy
genre-food = Food
genre-historical = Historical
genre-history = History
genre-horror = Horror
genre-lgbtq = LGBTQ+
genre-martial-arts = Martial arts
genre-music = Music
genre-musical = Musical
genre-mystery = Mystery
genre-nature = Nature
genre-period = Period
genre-political = Political
genre-reality = Reality
genre-romance = Romance
genre-science = Science
genre-science-fiction = Science fiction
genre-social = Social issues
genre-sport = Sport
genre-supernatural = Supernatural
genre-thriller = Thriller
genre-travel = Travel
genre-true-crime = True crime
genre-war = War
genre-western = Western

## Territory group

territory-worldwide = Worldwide
territory-greater-china = Greater China
territory-dach = Germany, Austria and Switzerland
territory-asean = ASEAN
territory-benelux = Benelux
territory-nordics = Nordics
territory-baltics = Baltics
territory-cis = CIS
territory-mena = Middle East and North Africa
territory-latin-america = Latin America
territory-north-america = North America
territory-europe = Europe
territory-eu = European Union
territory-asia = Asia
territory-africa = Africa
territory-oceania = Oceania
territory-south-asia = South Asia
territory-sub-saharan-africa = Sub-Saharan Africa
territory-gcc = Gulf states (GCC)
territory-caribbean = Caribbean
territory-anz = Australia and New Zealand
territory-central-eastern-europe = Central and Eastern Europe
territory-iberia = Iberia
territory-french-speaking-europe = French-speaking Europe
territory-japan-korea = Japan and Korea
territory-balkans = Balkans
territory-uk-ireland = UK and Ireland

## Words that join

# “A, B and C” is made by list().
list-separator = { ", " }
list-last = { " and " }
# Between facts on one line.
meta-separator = { " · " }

## Season, announcement and rails of the home page

season-banner-soon = { $edition } opens soon.
season-banner-open = { $edition } is open online.
season-banner-online-until = { $edition } is open online until { $date }.
season-banner-floor-today = { $edition } is on the floor today.
season-banner-follow-up-open = The floor has closed; { $edition } stays open online.
season-open-until = Doors open until { $closes } today.
season-closed-today = The halls closed at { $closes } today.
banner-label = Where the market stands
countdown-today = today
countdown-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
countdown-to-opening = Opens
countdown-to-floor = Halls open
countdown-to-end-of-floor = On the floor:
countdown-to-end = Online:
countdown-days = { $amount } d
countdown-hours = { $amount } h
countdown-minutes = { $amount } min
announcement-title = The catalogue opens with the season
announcement-title-on = The catalogue opens on { $date }
announcement-lead = Exhibitors are preparing their slates. Until the season opens you can see who is coming and where they will be.
announcement-exhibitors = See the exhibitors
announcement-season = Online season
announcement-days = On the floor
announcement-venue = Venue
announcement-halls = Halls
announcement-description = Dates, venue and exhibitors of { $edition }. Titles appear when the season opens.
home-featured-label = Some of what is on offer
home-countries-count = { $count ->
    [one] { $count } country or region
   *[other] { $count } countries and regions
}
home-see-all-count = See all { $total }
home-lead-upcoming = The programme of titles opens with the season. Meet the exhibitors now.
home-lead-closed = This edition is over and kept as an archive: every title can still be searched and read.
home-who = Who is here
home-who-coming = Who is coming
home-who-was = Who was here
home-who-note = Exhibitors by where they come from.
home-who-all = All exhibitors
home-in-halls = In the halls
home-in-halls-today = In the halls today
home-in-halls-note = Each hall with the exhibitors at its booths.
rail-newest = New in the catalogue
rail-newest-note = The latest titles to arrive, newest first.
rail-co-producers = Looking for co-producers
rail-co-producers-note = Projects that still have a seat at the table for a partner.
rail-greater-bay = Hong Kong and the Greater Bay
rail-greater-bay-note = Made in Hong Kong or Macao, alone or with partners elsewhere.
rail-streaming = Free for streaming in Hong Kong
rail-streaming-note = Subscription rights nobody has taken for the territory yet.
rail-theatrical = For cinemas in Hong Kong
rail-theatrical-note = Theatrical rights that are still free for the territory.
rail-animation = Animation
rail-animation-note = Films and series drawn, modelled and stitched by hand.
rail-first-features = First features
rail-first-features-note = Titles that speak of a first feature: directors to know before everybody does.
rail-series = Series to pre-buy
rail-series-note = Series open for pre-sales while they are being made.
rail-documentary = Documentary
rail-documentary-note = True stories, from the festival circuit to the broadcaster’s slot.
rail-literary = Stories to adapt
rail-literary-note = Novels, comics and webtoons whose adaptation is on offer.
rail-still-free = Still free after the market
rail-still-free-note = Titles with rights that are free from today on.
rail-archive = From this edition
rail-archive-note = What was on offer, kept to be read.

## Halls

halls-lead = Where everybody stands.
halls-description = The halls of the market with a floor plan of each.
halls-empty-title = This market has no halls.
halls-empty-lead = It is held online: everybody is found in the list of exhibitors.
hall-map-label = Floor plan of { $hall }
hall-search = Find on the plan
hall-search-placeholder = Company or booth
hall-search-submit = Find
hall-found = { $count ->
    [one] “{ $query }”: { $count } booth is marked.
   *[other] “{ $query }”: { $count } booths are marked.
}
hall-none = “{ $query }” is not in this hall.
hall-list = Exhibitors by booth
hall-booth = Booth { $booth }: { $name }
hall-booth-free = Booth { $booth }: nobody yet
hall-on-map = See it on the plan

## Found by others

feed-title = New titles at { $edition }
social-card = Key art of “{ $name }”

## Rights by territory

rights-details = All terms, avail by avail
rights-not-offered = Not on offer
rights-cell-exclusive = Free, exclusively
rights-cell-partly = Free in { $count } of { $total }
rights-grid-caption = Rights of { $title_name } by part of the world
rights-map-alt = Something is free in { $count } of the { $total } countries and regions it is offered in.
rights-territory-choose = Choose a territory
rights-territory-submit = Answer
rights-answer-yes = Yes: in { $territory } this is free.
rights-answer-no = No: nothing is free in { $territory } at the moment.
rights-answer-unknown = “{ $query }” is not a territory. Choose one from the list.

## Similar titles, and the viewer of stills

similar-director = Also by { $name }
similar-genre-country = Also { $genre } from { $country }
similar-genre = Also { $genre }
similar-country = Also from { $country }
stills-previous = Previous
stills-next = Next
stills-close = Close
