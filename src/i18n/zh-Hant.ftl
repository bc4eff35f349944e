# Traditional Chinese, as a film market in Hong Kong says it.
# $count, $total, $page and the other names listed in build.rs are whole numbers; every other variable is text.

## Site

site-name = Slate
site-tagline = 線上影視市場
site-description = 瀏覽市場上的電影、劇集及故事版權，查看哪些權利仍可洽購，並約見賣方。
page-title = { $page_name } · Slate
page-title-paged = { $page_name }（第 { $page } 頁）· Slate

## Navigation

skip-to-content = 跳至主要內容
skip-to-results = 跳至搜尋結果
skip-to-filters = 跳至篩選條件
nav-label = 主選單
nav-home = 主頁
nav-titles = 作品
nav-exhibitors = 參展商
nav-halls = 展館
nav-my-market = 我的市場
nav-menu = 選單
nav-open-menu = 開啟選單
nav-close-menu = 關閉選單
breadcrumb-label = 目前位置
back = 返回
back-to-catalogue = 返回作品目錄
back-to-exhibitors = 返回參展商名錄
back-to-home = 前往主頁
to-top = 返回頁首
external-link = 將開啟其他網站
close = 關閉
more = 更多
loading = 載入中…

## Language and theme

language-menu = 語言
language-choose = 選擇語言
language-current = { $language_name }（目前語言）
theme-label = 外觀
theme-system = 跟隨系統設定
theme-dark = 深色
theme-light = 淺色
# The text is in another language than the interface.
text-in-language = 以{ $language_name }顯示

## Search

search-label = 搜尋作品、人物及公司
search-placeholder = 片名、人物、公司、題材…
search-submit = 搜尋
search-clear = 清除搜尋字詞
search-hint = 按 / 鍵搜尋
search-suggestions = 建議
search-suggestions-count = 共 { $count } 項建議，請用方向鍵選擇。
search-see-all = 查看「{ $query }」的所有結果
search-suggestion-title = 作品
search-suggestion-person = 人物
search-suggestion-company = 公司

## Home

home-headline = 發掘值得一談的作品。
home-lead = 市場上的每部作品，連同其版權狀況、預告片及洽談對象，一應俱全。
home-lead-count = { $total } 部作品，連同版權狀況、預告片及洽談對象，一應俱全。
home-new-titles = 最新作品
home-featured = 精選作品
home-by-category = 按類別瀏覽
home-exhibitors = 參展商
home-empty = 目錄暫時未有作品。
home-empty-hint = 參展商發布作品後，便會在此顯示。
see-all = 查看全部
# For screen readers: the full text of a “See all” link.
see-all-of = 查看全部：{ $name }
titles-count = { $count } 部作品

## Catalogue

catalogue-title = 作品目錄
catalogue-title-query = 目錄搜尋：「{ $query }」
catalogue-title-category = { $category } · 作品目錄
catalogue-description = 可供洽購的電影、劇集、節目模式及故事版權，作品、人物及公司均可搜尋。
results = { $count } 部作品
results-for = 「{ $query }」：{ $count } 部作品
results-none = 沒有作品
results-label = 搜尋結果
results-range = 第 { $from_number }–{ $to_number } 部，共 { $total } 部
fewer-words-notice = 沒有作品符合全部字詞，以下是最接近的結果。
fewer-words-dropped = 沒有作品符合全部字詞，已略去：{ $words }
notice-value-ignored = 篩選條件「{ $facet }」沒有「{ $value }」這個選項，已略過。
notice-parameter-ignored = 網址包含無法識別的參數「{ $name }」，已略過。
notice-query-shortened = 搜尋字詞過長，只採用了前段。
notice-range-swapped = 起始值大於結束值，已自動對調。
page-beyond-end = 沒有第 { $page } 頁，列表至第 { $last_page } 頁為止。
page-beyond-end-link = 前往最後一頁
empty-title = 找不到符合的作品
empty-lead = 沒有作品同時符合搜尋字詞及篩選條件。
empty-fewer-words = 試用較少或其他字詞。
empty-remove-filters = 移除篩選條件：
empty-clear-all = 移除所有篩選條件
empty-browse-all = 瀏覽全部作品
# Filters.
filters = 篩選
filters-label = 篩選作品
filters-count = { $count } 項篩選
filters-active = 已套用的篩選
filters-apply = 套用
filters-show-results = 顯示 { $count } 部作品
filters-clear = 全部清除
filter-remove = 移除篩選：{ $name }
filter-this-list = 篩選此列表
filter-any = 不限
filter-yes = 是
filter-from = 由
filter-to = 至
filter-minimum = 最少
filter-maximum = 最多
filter-show-more = 顯示更多
filter-show-more-count = 再顯示 { $count } 項
filter-show-fewer = 顯示較少
filter-no-values = 沒有可選項目
filter-unit-minutes = 分鐘
filter-unit-usd = 美元
# A chip of a range.
range-from-to = { $from } 至 { $to }
range-from = { $from } 起
range-to = 至 { $to } 止
chip = { $facet }：{ $value }
# Said by screen readers after a value's name.
facet-value-count = { $count } 部作品

## Facets

# Named as the query parameters: code(locale, "facet", "looking_for").
facet-category = 類別
facet-stage = 製作階段
facet-genre = 類型
facet-country = 國家或地區
facet-language = 語言
facet-year = 年份
facet-runtime = 片長
facet-budget = 預算
facet-looking-for = 尋求合作
facet-right = 權利
facet-territory = 地區
facet-from = 可授權日期由
facet-until = 可授權日期至
facet-has-trailer = 附預告片
facet-company-country = 參展商所屬國家或地區
facet-company = 參展商
facet-kind = 公司性質
facet-hall = 展館
facet-keyword = 關鍵詞
facet-status = 狀態
has-trailer-yes = 附預告片
has-trailer-no = 沒有預告片

## Sort and view

sort-label = 排序方式
sort-apply = 排序
sort-relevance = 相關程度
sort-newest = 最新
sort-title = 片名
sort-year = 年份
sort-budget = 預算
sort-name = 名稱
sort-country = 國家或地區
sort-titles = 作品數量
view-label = 顯示方式
view-posters = 海報
view-list = 列表

## Pagination

pagination-label = 頁碼
pagination-previous = 上一頁
pagination-next = 下一頁
pagination-first = 第一頁
pagination-last = 最後一頁
pagination-page = 第 { $page } 頁
pagination-status = 第 { $page } 頁，共 { $pages } 頁

## Title

title-logline = 一句話簡介
title-synopsis = 劇情簡介
title-no-synopsis = 暫無劇情簡介。
title-synopsis-languages = 以其他語言閱讀簡介
title-facts = 作品資料
title-original-title = 原名
title-also-known-as = 又名
title-titles-in-languages = 其他語言片名
title-category = 類別
title-stage = 製作階段
title-genres = 類型
title-keywords = 關鍵詞
title-country = 製作國家或地區
title-countries = 製作國家或地區
title-original-language = 原文語言
title-languages = 對白語言
title-subtitles = 字幕
title-year = 年份
title-release-date = 上映日期
title-runtime = 片長
title-episodes = 集數
title-budget = 預算
title-financing = 已落實融資
title-financing-share = 已落實 { $percent } 資金
title-financing-sought = 尚需 { $amount }
title-looking-for = 尋求合作
title-audience = 目標觀眾
title-rating = 分級
title-credits = 演職員
title-credit-role = 職務
title-credit-name = 姓名
title-festivals = 影展及獎項
title-festival-year = 年份
title-festival-name = 影展或獎項
title-festival-section = 單元或獎項
title-festival-outcome = 結果
title-identifiers = 識別編號
title-materials = 宣傳素材
title-key-art = 主視覺海報
title-key-art-of = 《{ $title_name }》主視覺海報
title-poster-standin = 《{ $title_name }》暫無海報
title-deck = 項目簡報
title-deck-download = 下載項目簡報
title-stills = 劇照
title-still = 第 { $number } 張劇照，共 { $total } 張
title-screener = 試看片
title-screener-on-request = 按要求提供
title-screener-members = 只限會員觀看
title-screener-request = 索取試看片
title-similar = 相近作品
title-more-from = { $company }的其他作品
title-exhibitor = 參展商
title-sold-by = 由{ $company }發售
title-website = 網站
title-request-meeting = 預約洽談
title-share = 分享
title-updated = 更新於 { $date }
title-source = 資料來源：{ $source }
title-unknown = 未註明
title-available-in = 另備語言版本
minutes = { $minutes } 分鐘
whole-hours = { $hours } 小時
hours-minutes = { $hours } 小時 { $minutes } 分鐘
episodes-count = { $count } 集
episodes-of = { $count } 集，每集 { $minutes } 分鐘
# Trailer.
trailer = 預告片
trailers-count = { $count } 條預告片
trailer-play = 播放預告片
trailer-play-of = 播放《{ $title_name }》預告片
trailer-loads-from = 播放時會從 { $host } 載入內容。
trailer-watch-on = 在 { $host } 觀看
trailer-number = 預告片 { $number }
trailer-none = 暫無預告片。
# Visibility.
visibility-public = 公開
visibility-members = 只限會員
visibility-on-request = 按要求提供
visibility-own-company = 只限貴公司
visibility-members-note = 已登入的與會者可查看更多內容。
visibility-on-request-note = 此內容須向參展商索取。
sign-in-to-see = 登入以查看

## Rights

rights-heading = 可售版權
rights-on-request = 版權資料請向參展商查詢
rights-none = 目前沒有可售版權。
rights-caption = 《{ $title_name }》可售版權：權利、地區及授權期
rights-right = 權利
rights-territories = 地區
rights-window = 授權期
rights-exclusivity = 獨家性
rights-languages = 語言
rights-holdback = 窗口保護期
rights-availability = 可售情況
rights-no-holdback = 無
rights-all-languages = 所有語言
rights-worldwide = 全球
rights-except = { $territories }（{ $excluded }除外）
rights-window-open = 即日起
rights-window-from = { $from }起
rights-window-until = 至{ $until }止
rights-window-from-until = { $from }至{ $until }
rights-window-perpetual = 永久
rights-free = 可售
rights-taken = 不可售
rights-partly = 部分可售
rights-unknown = 請向參展商查詢
rights-free-in = { $territory }可售
rights-taken-in = { $territory }不可售
rights-your-territory = 我的地區可售嗎？

## Exhibitors

exhibitors-title = 參展商
exhibitors-lead = 參展商陣容、旗下作品及展位一覽。
exhibitors-description = 市場參展公司及其作品與展位。
exhibitors-search = 搜尋參展商
exhibitors-search-placeholder = 公司、國家、展位…
exhibitors-count = { $count } 家參展商
exhibitors-empty-title = 找不到符合的參展商
exhibitors-empty-lead = 請試用其他名稱，或移除篩選條件。
exhibitors-none = 暫未有參展商。
exhibitors-by-letter = 按首字母瀏覽參展商
exhibitor-profile = 公司簡介
exhibitor-no-profile = 暫無公司簡介。
exhibitor-slate = 作品系列
exhibitor-slate-empty = 尚未發布作品。
exhibitor-people = 聯絡人
exhibitor-website = 網站
exhibitor-visit-website = 瀏覽公司網站
exhibitor-country = 國家或地區
exhibitor-kinds = 公司性質
exhibitor-hall = 展館
exhibitor-booth = 展位
exhibitor-booth-number = 展位 { $booth }
exhibitor-hall-booth = { $hall } 館 { $booth } 展位
exhibitor-no-booth = 不設展位，只在線上參展
exhibitor-names = 其他語言名稱
exhibitor-logo-of = { $company }標誌
exhibitor-contact = 聯絡
exhibitor-see-slate = 在目錄查看全部作品
hall-name = { $hall } 館
hall-map = { $hall } 館平面圖

## Season

season-upcoming = 即將舉行
season-online = 線上進行中
season-on-the-floor = 現場展期
season-follow-up = 展後跟進
season-closed = 已結束
season-banner-upcoming = { $edition }將於 { $date } 在線上開幕。
season-banner-online = { $edition }線上市場現已開放，現場展期由 { $date } 開始。
season-banner-on-the-floor = { $edition }現場展期進行中，至 { $date } 止。
season-banner-follow-up = 現場展期已結束，{ $edition }線上市場開放至 { $date }。
season-banner-closed = { $edition }已圓滿結束，目錄仍可供搜尋。
season-days-left = 尚餘 { $count } 天
season-open-today = 今日開放：{ $opens } 至 { $closes }
season-live-now = 現正進行
season-dates = 展期
season-venue = 場地

## Errors

error-not-found-title = 找不到頁面
error-not-found-lead = 此網址沒有對應的頁面。
error-title-not-found-title = 找不到作品
error-title-not-found-lead = 此作品不存在，或目前不公開展示。
error-exhibitor-not-found-title = 找不到參展商
error-exhibitor-not-found-lead = 此參展商不存在，或未有參加本屆市場。
error-gone-title = 已停止展示
error-gone-lead = 參展商已撤回此作品。
error-internal-title = 系統發生問題
error-internal-lead = 這是我們的問題，請稍後再試。
error-reference = 參考編號：{ $reference }
error-reference-hint = 聯絡我們時請提供參考編號，以便查明原因。
error-bad-request-title = 無法理解此網址
error-bad-request-lead = 網址部分內容格式有誤，請檢查後再試，或返回作品目錄。
error-too-long-title = 網址過長
error-too-long-lead = 請移除部分篩選條件，或縮短搜尋字詞。
error-too-large-title = 內容過大
error-too-large-lead = 傳送的內容超出上限。
error-busy-title = 系統繁忙
error-busy-lead = 目前請求過多，請於數秒後再試。
error-unavailable-title = 暫時無法讀取目錄
error-unavailable-lead = 我們正在處理，請稍後再試。
error-forbidden-title = 無權查看
error-forbidden-lead = 你沒有查看此頁面的權限。
error-method-title = 無法執行此操作
error-method-lead = 此頁面不接受這類請求。
error-offline = 你似乎已離線。
error-try-again = 再試一次

## Footer

footer-label = 關於本網站
footer-about = Slate 是影視市場的線上交易平台。
footer-api = 合作夥伴 API
footer-data-credit = 目錄資料來源：{ $source }
footer-privacy = 私隱政策
footer-terms = 使用條款
footer-accessibility = 無障礙說明
footer-contact = 聯絡主辦機構
footer-language = 語言及外觀

## Category

category-film = 劇情長片
category-short = 短片
category-documentary = 紀錄片
category-animation = 動畫
category-tv-series = 電視劇集
category-format = 節目模式
category-game = 遊戲
category-literary = 文學 IP
# Several of them, as headings and links.
categories-film = 劇情長片
categories-short = 短片
categories-documentary = 紀錄片
categories-animation = 動畫
categories-tv-series = 電視劇集
categories-format = 節目模式
categories-game = 遊戲
categories-literary = 文學 IP

## Stage

stage-idea = 構思
stage-development = 開發中
stage-packaging = 組合籌備
stage-pre-production = 前期籌備
stage-production = 製作中
stage-post-production = 後期製作
stage-completed = 已完成
stage-released = 已發行

## Looking for

looking-for-co-producer = 聯合製片方
looking-for-investor = 投資方
looking-for-pre-sale = 預售
looking-for-distributor = 發行商
looking-for-sales-agent = 銷售代理
looking-for-remake = 翻拍
looking-for-format-licence = 模式授權
looking-for-adaptation = 改編
looking-for-merchandise = 衍生商品

## Right

# The IFTA tree.
right-cinematic = 公開放映權
right-theatrical = 院線
right-non-theatrical = 非院線
right-public-video = 公共場所錄像放映
right-home-video = 家庭影像
right-ppv = 按次收費電視
right-pay-tv = 收費電視
right-free-tv = 免費電視
right-vod = 自選點播（VOD）
right-tvod = 按次點播（TVOD）
right-est = 數碼買斷（EST）
right-svod = 訂閱點播（SVOD）
right-avod = 廣告點播（AVOD）
right-fast = 免費廣告串流頻道（FAST）
right-ancillary = 附屬播映權
right-airline = 航空機上
right-ship = 船舶
right-hotel = 酒店
right-allied = 衍生權利
right-remake = 翻拍權
right-sequel = 續集權
right-format = 節目模式權
right-merchandising = 商品化權
right-game = 遊戲改編權
right-publishing = 出版權

## Credit role

role-director = 導演
role-writer = 編劇
role-producer = 監製
role-executive-producer = 出品人
role-cast = 演員
role-showrunner = 劇集總監
role-creator = 主創
role-cinematographer = 攝影指導
role-editor = 剪接
role-composer = 配樂
role-production-designer = 美術指導
role-animation-director = 動畫導演
role-author = 原著作者
role-illustrator = 插畫師
role-publisher = 出版方
role-game-designer = 遊戲設計師
role-host = 主持
role-voice = 配音演員

## Company kind

company-kind-producer = 製作公司
company-kind-sales-agent = 銷售代理
company-kind-distributor = 發行商
company-kind-broadcaster = 電視台
company-kind-streamer = 串流平台
company-kind-studio = 影業公司
company-kind-ip-owner = IP 版權方
company-kind-publisher = 出版社
company-kind-investor = 投資機構
company-kind-festival = 影展
company-kind-film-commission = 電影事務機構
company-kind-service = 影視服務機構

## Title status

title-status-draft = 草稿
title-status-in-review = 審核中
title-status-published = 已發布
title-status-withdrawn = 已撤回

## Exclusivity

exclusivity-exclusive = 獨家
exclusivity-non-exclusive = 非獨家

## Festival outcome

festival-outcome-selected = 入選
festival-outcome-nominated = 提名
festival-outcome-won = 獲獎
festival-outcome-honoured = 特別表揚

## Rating

rating-general = 普通級
rating-parental-guidance = 家長指引
rating-teens = 青少年
rating-mature = 成熟觀眾
rating-adult = 只限成人

## Audience

audience-preschool = 學前幼兒
audience-kids = 兒童
audience-family = 合家歡
audience-teens = 青少年
audience-young-adults = 年輕成人
audience-adults = 成人
audience-all = 所有觀眾

## Participation, approval and listing

participation-exhibitor = 參展商
participation-buyer = 買家
participation-both = 參展商兼買家
approval-pending = 待審批
approval-approved = 已批准
approval-refused = 不獲批准
listing-listed = 已列入目錄
listing-withheld = 暫不列入

## Material kind

material-key-art = 主視覺海報
material-still = 劇照
material-trailer = 預告片
material-deck = 項目簡報
material-screener = 試看片

## Genre

# Genres are free text in the catalogue; these are the ones whose name is known in every language.
genre-action = 動作
genre-adventure = 冒險
genre-animation = 動畫
genre-biography = 傳記
genre-children = 兒童
genre-comedy = 喜劇
genre-coming-of-age = 成長
genre-crime = 犯罪
genre-documentary = 紀錄片
genre-drama = 劇情
genre-family = 家庭
genre-fantasy = 奇幻
genre-food = 美食
genre-historical = 歷史
genre-history = 歷史
genre-horror = 恐怖
genre-lgbtq = LGBTQ+
genre-martial-arts = 武俠功夫
genre-music = 音樂
genre-musical = 歌舞
genre-mystery = 懸疑
genre-nature = 自然
genre-period = 古裝
genre-political = 政治
genre-reality = 真人秀
genre-romance = 愛情
genre-science = 科學
genre-science-fiction = 科幻
genre-social = 社會議題
genre-sport = 運動
genre-supernatural = 靈異
genre-thriller = 驚慄
genre-travel = 旅遊
genre-true-crime = 真實罪案
genre-war = 戰爭
genre-western = 西部

## Territory group

territory-worldwide = 全球
territory-greater-china = 大中華區
territory-dach = 德語區（德國、奧地利、瑞士）
territory-asean = 東盟
territory-benelux = 比荷盧三國
territory-nordics = 北歐
territory-baltics = 波羅的海三國
territory-cis = 獨聯體
territory-mena = 中東及北非
territory-latin-america = 拉丁美洲
territory-north-america = 北美洲
territory-europe = 歐洲
territory-eu = 歐盟
territory-asia = 亞洲
territory-africa = 非洲
territory-oceania = 大洋洲
territory-south-asia = 南亞
territory-sub-saharan-africa = 撒哈拉以南非洲
territory-gcc = 海灣合作委員會國家
territory-caribbean = 加勒比地區
territory-anz = 澳洲及紐西蘭
territory-central-eastern-europe = 中歐及東歐
territory-iberia = 伊比利亞半島
territory-french-speaking-europe = 歐洲法語區
territory-japan-korea = 日本及韓國
territory-balkans = 巴爾幹地區
territory-uk-ireland = 英國及愛爾蘭

## Words that join

# “A, B and C” is made by list().
list-separator = 、
list-last = 及
# Between facts on one line.
meta-separator = { " · " }

## Season, announcement and rails of the home page

season-banner-soon = { $edition }即將開幕。
season-banner-open = { $edition }線上市場現已開放。
season-banner-online-until = { $edition }線上市場開放至 { $date }。
season-banner-floor-today = { $edition }今天在現場舉行。
season-banner-follow-up-open = 現場展期已結束，{ $edition }線上市場繼續開放。
season-open-until = 今日開放至 { $closes }。
season-closed-today = 展館今日已於 { $closes } 關閉。
banner-label = 市場進程
countdown-today = 今天
countdown-in-days = { $count } 天後
countdown-to-opening = 開幕：
countdown-to-floor = 展館開放：
countdown-to-end-of-floor = 現場展期：
countdown-to-end = 線上市場：
countdown-days = { $amount } 天
countdown-hours = { $amount } 小時
countdown-minutes = { $amount } 分鐘
announcement-title = 作品目錄將隨市場開幕
announcement-title-on = 作品目錄將於 { $date } 開放
announcement-lead = 參展商正籌備參展作品。開幕之前，你可先瀏覽參展商名單及其展位。
announcement-exhibitors = 瀏覽參展商
announcement-season = 線上展期
announcement-days = 現場展期
announcement-venue = 場地
announcement-halls = 展館
announcement-description = { $edition }的日期、場地及參展商。作品將於開幕時公布。
home-featured-label = 部分參展作品
home-countries-count = { $count } 個國家及地區
home-see-all-count = 查看全部 { $total } 部
home-lead-upcoming = 作品目錄將隨市場開幕，現可率先認識參展商。
home-lead-closed = 本屆市場已圓滿結束，目錄保留作存檔，所有作品仍可搜尋及瀏覽。
home-who = 參展陣容
home-who-coming = 參展陣容預告
home-who-was = 本屆參展陣容
home-who-note = 按國家或地區分布的參展商。
home-who-all = 全部參展商
home-in-halls = 展館一覽
home-in-halls-today = 今日展館
home-in-halls-note = 各展館及其展位上的參展商。
rail-newest = 最新上架
rail-newest-note = 最近加入目錄的作品，由新至舊排列。
rail-co-producers = 尋找聯合製片
rail-co-producers-note = 仍有合作空間，期待聯合製片方加入的項目。
rail-greater-bay = 香港與大灣區
rail-greater-bay-note = 香港或澳門出品，獨立製作或跨地合拍。
rail-streaming = 香港串流版權可洽購
rail-streaming-note = 該地區訂閱串流版權尚未售出的作品。
rail-theatrical = 香港院線版權可洽購
rail-theatrical-note = 該地區院線版權尚未售出的作品。
rail-animation = 動畫
rail-animation-note = 手繪、建模以至定格，長片與劇集兼備。
rail-first-features = 首部長片
rail-first-features-note = 與首部長片有關的作品，率先認識新晉導演。
rail-series = 可預購劇集
rail-series-note = 製作期間接受預售的劇集。
rail-documentary = 紀錄片
rail-documentary-note = 真實故事，由影展走到電視熒幕。
rail-literary = 待改編的故事
rail-literary-note = 開放改編合作的小說、漫畫及網絡漫畫。
rail-still-free = 展後仍可洽購
rail-still-free-note = 由今日起仍有版權可供洽購的作品。
rail-archive = 本屆作品
rail-archive-note = 本屆參展作品，存檔以供瀏覽。

## Halls

halls-lead = 各參展商所在位置。
halls-description = 市場各展館及其平面圖。
halls-empty-title = 本屆市場沒有展館。
halls-empty-lead = 市場在線上舉行：請在參展商名單中查找。
hall-map-label = { $hall }平面圖
hall-search = 在平面圖上查找
hall-search-placeholder = 公司或展位
hall-search-submit = 查找
hall-found = 「{ $query }」：已標示 { $count } 個展位。
hall-none = 此展館沒有「{ $query }」。
hall-list = 按展位排列的參展商
hall-booth = 展位 { $booth }：{ $name }
hall-booth-free = 展位 { $booth }：暫無參展商
hall-on-map = 在平面圖上查看

## Found by others

feed-title = { $edition }最新作品
social-card = 《{ $name }》主視覺

## Rights by territory

rights-details = 逐項列出全部條款
rights-not-offered = 未提供
rights-cell-exclusive = 可購，獨家
rights-cell-partly = { $total } 地中 { $count } 地可購
rights-grid-caption = 《{ $title_name }》各地區版權
rights-map-alt = 提供發行的 { $total } 個國家及地區中，{ $count } 個尚有版權可購。
rights-territory-choose = 選擇地區
rights-territory-submit = 查看
rights-answer-yes = 有：{ $territory }以下版權可購。
rights-answer-no = 沒有：{ $territory }目前沒有可購的版權。
rights-answer-unknown = 「{ $query }」不是地區名稱，請從列表中選擇。

## Similar titles, and the viewer of stills

similar-director = 同為{ $name }作品
similar-genre-country = 同為{ $country }的{ $genre }作品
similar-genre = 同為{ $genre }作品
similar-country = 同樣來自{ $country }
stills-previous = 上一張
stills-next = 下一張
stills-close = 關閉
