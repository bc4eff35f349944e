# Simplified Chinese, as the mainland film trade says it.
# $count, $total, $page and the other names listed in build.rs are whole numbers; every other variable is text.

## Site

site-name = Slate
site-tagline = 线上影视市场
site-description = 浏览市场上的电影、剧集和故事版权，查看哪些权利仍可洽购，并约见卖方。
page-title = { $page_name } · Slate
page-title-paged = { $page_name }（第 { $page } 页）· Slate

## Navigation

skip-to-content = 跳至主要内容
skip-to-results = 跳至搜索结果
skip-to-filters = 跳至筛选条件
nav-label = 主菜单
nav-home = 首页
nav-titles = 作品
nav-exhibitors = 参展商
nav-halls = 展馆
nav-my-market = 我的市场
nav-menu = 菜单
nav-open-menu = 打开菜单
nav-close-menu = 关闭菜单
breadcrumb-label = 当前位置
back = 返回
back-to-catalogue = 返回作品目录
back-to-exhibitors = 返回参展商名录
back-to-home = 前往首页
to-top = 返回顶部
external-link = 将打开其他网站
close = 关闭
more = 更多
loading = 加载中…

## Language and theme

language-menu = 语言
language-choose = 选择语言
language-current = { $language_name }（当前语言）
theme-label = 外观
theme-system = 跟随系统
theme-dark = 深色
theme-light = 浅色
# The text is in another language than the interface.
text-in-language = 以{ $language_name }显示

## Search

search-label = 搜索作品、人物和公司
search-placeholder = 片名、人物、公司、题材…
search-submit = 搜索
search-clear = 清除搜索词
search-hint = 按 / 键搜索
search-suggestions = 建议
search-suggestions-count = 共 { $count } 条建议，请用方向键选择。
search-see-all = 查看“{ $query }”的所有结果
search-suggestion-title = 作品
search-suggestion-person = 人物
search-suggestion-company = 公司

## Home

home-headline = 发掘值得一谈的作品。
home-lead = 市场上的每部作品，连同版权状况、预告片和洽谈对象，一应俱全。
home-lead-count = { $total } 部作品，连同版权状况、预告片和洽谈对象，一应俱全。
home-new-titles = 最新作品
home-featured = 精选作品
home-by-category = 按类别浏览
home-exhibitors = 参展商
home-empty = 目录中暂无作品。
home-empty-hint = 参展商发布作品后，将显示在此处。
see-all = 查看全部
# For screen readers: the full text of a “See all” link.
see-all-of = 查看全部：{ $name }
titles-count = { $count } 部作品

## Catalogue

catalogue-title = 作品目录
catalogue-title-query = 目录搜索：“{ $query }”
catalogue-title-category = { $category } · 作品目录
catalogue-description = 可供洽购的电影、剧集、节目模式和故事版权，作品、人物和公司均可搜索。
results = { $count } 部作品
results-for = “{ $query }”：{ $count } 部作品
results-none = 没有作品
results-label = 搜索结果
results-range = 第 { $from_number }–{ $to_number } 部，共 { $total } 部
fewer-words-notice = 没有作品符合全部词语，以下是最接近的结果。
fewer-words-dropped = 没有作品符合全部词语，已略去：{ $words }
notice-value-ignored = 筛选条件“{ $facet }”中没有“{ $value }”，已忽略。
notice-parameter-ignored = 网址包含无法识别的参数“{ $name }”，已忽略。
notice-query-shortened = 搜索词过长，仅采用了开头部分。
notice-range-swapped = 起始值大于结束值，已自动对调。
page-beyond-end = 没有第 { $page } 页，列表到第 { $last_page } 页为止。
page-beyond-end-link = 前往最后一页
empty-title = 没有符合条件的作品
empty-lead = 没有作品同时符合搜索词和筛选条件。
empty-fewer-words = 试试更少或其他的词语。
empty-remove-filters = 移除筛选条件：
empty-clear-all = 移除所有筛选条件
empty-browse-all = 浏览全部作品
# Filters.
filters = 筛选
filters-label = 筛选作品
filters-count = { $count } 项筛选
filters-active = 已应用的筛选
filters-apply = 应用
filters-show-results = 显示 { $count } 部作品
filters-clear = 全部清除
filter-remove = 移除筛选：{ $name }
filter-this-list = 筛选此列表
filter-any = 不限
filter-yes = 是
filter-from = 从
filter-to = 至
filter-minimum = 最少
filter-maximum = 最多
filter-show-more = 显示更多
filter-show-more-count = 再显示 { $count } 项
filter-show-fewer = 收起
filter-no-values = 没有可选项
filter-unit-minutes = 分钟
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
facet-category = 类别
facet-stage = 制作阶段
facet-genre = 类型
facet-country = 国家或地区
facet-language = 语言
facet-year = 年份
facet-runtime = 片长
facet-budget = 预算
facet-looking-for = 寻求合作
facet-right = 权利
facet-territory = 地区
facet-from = 可授权起始日
facet-until = 可授权截止日
facet-has-trailer = 有预告片
facet-company-country = 参展商所属国家或地区
facet-company = 参展商
facet-kind = 公司性质
facet-hall = 展馆
facet-keyword = 关键词
facet-status = 状态
has-trailer-yes = 有预告片
has-trailer-no = 没有预告片

## Sort and view

sort-label = 排序方式
sort-apply = 排序
sort-relevance = 相关度
sort-newest = 最新
sort-title = 片名
sort-year = 年份
sort-budget = 预算
sort-name = 名称
sort-country = 国家或地区
sort-titles = 作品数量
view-label = 显示方式
view-posters = 海报
view-list = 列表

## Pagination

pagination-label = 分页
pagination-previous = 上一页
pagination-next = 下一页
pagination-first = 第一页
pagination-last = 最后一页
pagination-page = 第 { $page } 页
pagination-status = 第 { $page } 页，共 { $pages } 页

## Title

title-logline = 一句话简介
title-synopsis = 剧情简介
title-no-synopsis = 暂无剧情简介。
title-synopsis-languages = 以其他语言阅读简介
title-facts = 作品资料
title-original-title = 原名
title-also-known-as = 又名
title-titles-in-languages = 其他语言片名
title-category = 类别
title-stage = 制作阶段
title-genres = 类型
title-keywords = 关键词
title-country = 制片国家或地区
title-countries = 制片国家或地区
title-original-language = 原始语言
title-languages = 对白语言
title-subtitles = 字幕
title-year = 年份
title-release-date = 上映日期
title-runtime = 片长
title-episodes = 集数
title-budget = 预算
title-financing = 已落实融资
title-financing-share = 已落实 { $percent } 资金
title-financing-sought = 尚需 { $amount }
title-looking-for = 寻求合作
title-audience = 目标观众
title-rating = 分级
title-credits = 演职员
title-credit-role = 职务
title-credit-name = 姓名
title-festivals = 电影节与奖项
title-festival-year = 年份
title-festival-name = 电影节或奖项
title-festival-section = 单元或奖项
title-festival-outcome = 结果
title-identifiers = 识别编号
title-materials = 宣传素材
title-key-art = 主视觉海报
title-key-art-of = 《{ $title_name }》主视觉海报
title-poster-standin = 《{ $title_name }》暂无海报
title-deck = 项目简报
title-deck-download = 下载项目简报
title-stills = 剧照
title-still = 第 { $number } 张剧照，共 { $total } 张
title-screener = 审看片
title-screener-on-request = 可申请观看
title-screener-members = 仅限会员观看
title-screener-request = 申请审看片
title-similar = 相近作品
title-more-from = { $company }的其他作品
title-exhibitor = 参展商
title-sold-by = 由{ $company }代理
title-website = 网站
title-request-meeting = 预约洽谈
title-share = 分享
title-updated = 更新于 { $date }
title-source = 资料来源：{ $source }
title-unknown = 未注明
title-available-in = 另备语言版本
minutes = { $minutes } 分钟
whole-hours = { $hours } 小时
hours-minutes = { $hours } 小时 { $minutes } 分钟
episodes-count = { $count } 集
episodes-of = { $count } 集，每集 { $minutes } 分钟
# Trailer.
trailer = 预告片
trailers-count = { $count } 条预告片
trailer-play = 播放预告片
trailer-play-of = 播放《{ $title_name }》预告片
trailer-loads-from = 播放时将从 { $host } 加载内容。
trailer-watch-on = 在 { $host } 观看
trailer-number = 预告片 { $number }
trailer-none = 暂无预告片。
# Visibility.
visibility-public = 公开
visibility-members = 仅限会员
visibility-on-request = 可申请获取
visibility-own-company = 仅限贵公司
visibility-members-note = 已登录的参会者可查看更多内容。
visibility-on-request-note = 此内容须向参展商申请。
sign-in-to-see = 登录后查看

## Rights

rights-heading = 可售版权
rights-on-request = 版权信息请向参展商咨询
rights-none = 目前没有可售版权。
rights-caption = 《{ $title_name }》可售版权：权利、地区及授权期
rights-right = 权利
rights-territories = 地区
rights-window = 授权期
rights-exclusivity = 独家性
rights-languages = 语言
rights-holdback = 窗口保护期
rights-availability = 可售情况
rights-no-holdback = 无
rights-all-languages = 所有语言
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
rights-unknown = 请向参展商咨询
rights-free-in = { $territory }可售
rights-taken-in = { $territory }不可售
rights-your-territory = 我的地区可售吗？

## Exhibitors

exhibitors-title = 参展商
exhibitors-lead = 参展商阵容、旗下作品和展位一览。
exhibitors-description = 市场参展公司及其作品与展位。
exhibitors-search = 搜索参展商
exhibitors-search-placeholder = 公司、国家、展位…
exhibitors-count = { $count } 家参展商
exhibitors-empty-title = 没有符合条件的参展商
exhibitors-empty-lead = 请试试其他名称，或移除筛选条件。
exhibitors-none = 暂无参展商。
exhibitors-by-letter = 按首字母浏览参展商
exhibitor-profile = 公司简介
exhibitor-no-profile = 暂无公司简介。
exhibitor-slate = 片单
exhibitor-slate-empty = 尚未发布作品。
exhibitor-people = 联系人
exhibitor-website = 网站
exhibitor-visit-website = 访问公司网站
exhibitor-country = 国家或地区
exhibitor-kinds = 公司性质
exhibitor-hall = 展馆
exhibitor-booth = 展位
exhibitor-booth-number = 展位 { $booth }
exhibitor-hall-booth = { $hall } 馆 { $booth } 展位
exhibitor-no-booth = 无展位，仅线上参展
exhibitor-names = 其他语言名称
exhibitor-logo-of = { $company }标志
exhibitor-contact = 联系
exhibitor-see-slate = 在目录中查看全部作品
hall-name = { $hall } 馆
hall-map = { $hall } 馆平面图

## Season

season-upcoming = 即将举行
season-online = 线上进行中
season-on-the-floor = 现场展期
season-follow-up = 展后跟进
season-closed = 已结束
season-banner-upcoming = { $edition }将于 { $date } 在线上开幕。
season-banner-online = { $edition }线上市场现已开放，现场展期自 { $date } 开始。
season-banner-on-the-floor = { $edition }现场展期进行中，至 { $date } 止。
season-banner-follow-up = 现场展期已结束，{ $edition }线上市场开放至 { $date }。
season-banner-closed = { $edition }已圆满结束，目录仍可搜索。
season-days-left = 还有 { $count } 天
season-open-today = 今日开放：{ $opens } 至 { $closes }
season-live-now = 正在进行
season-dates = 展期
season-venue = 场地

## Errors

error-not-found-title = 找不到页面
error-not-found-lead = 此网址没有对应的页面。
error-title-not-found-title = 找不到作品
error-title-not-found-lead = 该作品不存在，或目前不公开展示。
error-exhibitor-not-found-title = 找不到参展商
error-exhibitor-not-found-lead = 该参展商不存在，或未参加本届市场。
error-gone-title = 已停止展示
error-gone-lead = 参展商已撤回该作品。
error-internal-title = 系统出现问题
error-internal-lead = 这是我们的问题，请稍后再试。
error-reference = 参考编号：{ $reference }
error-reference-hint = 联系我们时请提供参考编号，以便查明原因。
error-bad-request-title = 无法识别此网址
error-bad-request-lead = 网址部分内容格式有误，请检查后重试，或返回作品目录。
error-too-long-title = 网址过长
error-too-long-lead = 请移除部分筛选条件，或缩短搜索词。
error-too-large-title = 内容过大
error-too-large-lead = 发送的内容超出上限。
error-busy-title = 系统繁忙
error-busy-lead = 当前请求过多，请数秒后重试。
error-unavailable-title = 暂时无法读取目录
error-unavailable-lead = 我们正在处理，请稍后重试。
error-forbidden-title = 无权查看
error-forbidden-lead = 您没有查看此页面的权限。
error-method-title = 无法执行此操作
error-method-lead = 此页面不接受此类请求。
error-offline = 您似乎已离线。
error-try-again = 重试

## Footer

footer-label = 关于本网站
footer-about = Slate 是影视市场的线上交易平台。
footer-api = 合作伙伴 API
footer-data-credit = 目录数据来源：{ $source }
footer-privacy = 隐私政策
footer-terms = 使用条款
footer-accessibility = 无障碍说明
footer-contact = 联系主办方
footer-language = 语言与外观

## Category

category-film = 电影长片
category-short = 短片
category-documentary = 纪录片
category-animation = 动画
category-tv-series = 电视剧集
category-format = 节目模式
category-game = 游戏
category-literary = 文学 IP
# Several of them, as headings and links.
categories-film = 电影长片
categories-short = 短片
categories-documentary = 纪录片
categories-animation = 动画
categories-tv-series = 电视剧集
categories-format = 节目模式
categories-game = 游戏
categories-literary = 文学 IP

## Stage

stage-idea = 构思
stage-development = 开发中
stage-packaging = 项目打包
stage-pre-production = 前期筹备
stage-production = 制作中
stage-post-production = 后期制作
stage-completed = 已完成
stage-released = 已发行

## Looking for

looking-for-co-producer = 联合制片方
looking-for-investor = 投资方
looking-for-pre-sale = 预售
looking-for-distributor = 发行商
looking-for-sales-agent = 销售代理
looking-for-remake = 翻拍
looking-for-format-licence = 模式授权
looking-for-adaptation = 改编
looking-for-merchandise = 衍生商品

## Right

# The IFTA tree.
right-cinematic = 公开放映权
right-theatrical = 院线
right-non-theatrical = 非院线
right-public-video = 公共场所录像放映
right-home-video = 家庭影像
right-ppv = 按次付费电视
right-pay-tv = 付费电视
right-free-tv = 免费电视
right-vod = 视频点播（VOD）
right-tvod = 单次付费点播（TVOD）
right-est = 数字买断（EST）
right-svod = 订阅点播（SVOD）
right-avod = 广告点播（AVOD）
right-fast = 免费广告流媒体频道（FAST）
right-ancillary = 附属播映权
right-airline = 航空机上
right-ship = 船舶
right-hotel = 酒店
right-allied = 衍生权利
right-remake = 翻拍权
right-sequel = 续集权
right-format = 节目模式权
right-merchandising = 商品化权
right-game = 游戏改编权
right-publishing = 出版权

## Credit role

role-director = 导演
role-writer = 编剧
role-producer = 制片人
role-executive-producer = 监制
role-cast = 演员
role-showrunner = 剧集总监
role-creator = 主创
role-cinematographer = 摄影指导
role-editor = 剪辑
role-composer = 配乐
role-production-designer = 美术指导
role-animation-director = 动画导演
role-author = 原著作者
role-illustrator = 插画师
role-publisher = 出版方
role-game-designer = 游戏设计师
role-host = 主持人
role-voice = 配音演员

## Company kind

company-kind-producer = 制作公司
company-kind-sales-agent = 销售代理
company-kind-distributor = 发行商
company-kind-broadcaster = 电视台
company-kind-streamer = 流媒体平台
company-kind-studio = 影业公司
company-kind-ip-owner = IP 版权方
company-kind-publisher = 出版社
company-kind-investor = 投资机构
company-kind-festival = 电影节
company-kind-film-commission = 影视拍摄服务机构
company-kind-service = 影视服务机构

## Title status

title-status-draft = 草稿
title-status-in-review = 审核中
title-status-published = 已发布
title-status-withdrawn = 已撤回

## Exclusivity

exclusivity-exclusive = 独家
exclusivity-non-exclusive = 非独家

## Festival outcome

festival-outcome-selected = 入选
festival-outcome-nominated = 提名
festival-outcome-won = 获奖
festival-outcome-honoured = 特别提及

## Rating

rating-general = 所有观众
rating-parental-guidance = 家长指导
rating-teens = 青少年
rating-mature = 成熟观众
rating-adult = 仅限成人

## Audience

audience-preschool = 学前儿童
audience-kids = 儿童
audience-family = 合家欢
audience-teens = 青少年
audience-young-adults = 年轻成人
audience-adults = 成人
audience-all = 所有观众

## Participation, approval and listing

participation-exhibitor = 参展商
participation-buyer = 买家
participation-both = 参展商兼买家
approval-pending = 待审批
approval-approved = 已批准
approval-refused = 未获批准
listing-listed = 已列入目录
listing-withheld = 暂不列入

## Material kind

material-key-art = 主视觉海报
material-still = 剧照
material-trailer = 预告片
material-deck = 项目简报
material-screener = 审看片

## Genre

# Genres are free text in the catalogue; these are the ones whose name is known in every language.
genre-action = 动作
genre-adventure = 冒险
genre-animation = 动画
genre-biography = 传记
genre-children = 儿童
genre-comedy = 喜剧
genre-coming-of-age = 成长
genre-crime = 犯罪
genre-documentary = 纪录片
genre-drama = 剧情
genre-family = 家庭
genre-fantasy = 奇幻
genre-food = 美食
genre-historical = 历史
genre-history = 历史
genre-horror = 恐怖
genre-lgbtq = LGBTQ+
genre-martial-arts = 武侠功夫
genre-music = 音乐
genre-musical = 歌舞
genre-mystery = 悬疑
genre-nature = 自然
genre-period = 古装
genre-political = 政治
genre-reality = 真人秀
genre-romance = 爱情
genre-science = 科学
genre-science-fiction = 科幻
genre-social = 社会议题
genre-sport = 体育
genre-supernatural = 灵异
genre-thriller = 惊悚
genre-travel = 旅行
genre-true-crime = 真实罪案
genre-war = 战争
genre-western = 西部

## Territory group

territory-worldwide = 全球
territory-greater-china = 大中华区
territory-dach = 德语区（德国、奥地利、瑞士）
territory-asean = 东盟
territory-benelux = 比荷卢三国
territory-nordics = 北欧
territory-baltics = 波罗的海三国
territory-cis = 独联体
territory-mena = 中东和北非
territory-latin-america = 拉丁美洲
territory-north-america = 北美洲
territory-europe = 欧洲
territory-eu = 欧盟
territory-asia = 亚洲
territory-africa = 非洲
territory-oceania = 大洋洲
territory-south-asia = 南亚
territory-sub-saharan-africa = 撒哈拉以南非洲
territory-gcc = 海湾合作委员会国家
territory-caribbean = 加勒比地区
territory-anz = 澳大利亚和新西兰
territory-central-eastern-europe = 中欧和东欧
territory-iberia = 伊比利亚半岛
territory-french-speaking-europe = 欧洲法语区
territory-japan-korea = 日本和韩国
territory-balkans = 巴尔干地区
territory-uk-ireland = 英国和爱尔兰

## Words that join

# “A, B and C” is made by list().
list-separator = 、
list-last = 和
# Between facts on one line.
meta-separator = { " · " }

## Season, announcement and rails of the home page

season-banner-soon = { $edition }即将开幕。
season-banner-open = { $edition }线上市场现已开放。
season-banner-online-until = { $edition }线上市场开放至 { $date }。
season-banner-floor-today = { $edition }今天在现场举行。
season-banner-follow-up-open = 现场展期已结束，{ $edition }线上市场继续开放。
season-open-until = 今日开放至 { $closes }。
season-closed-today = 展馆今日已于 { $closes } 关闭。
banner-label = 市场进程
countdown-today = 今天
countdown-in-days = { $count } 天后
countdown-to-opening = 开幕：
countdown-to-floor = 展馆开放：
countdown-to-end-of-floor = 现场展期：
countdown-to-end = 线上市场：
countdown-days = { $amount } 天
countdown-hours = { $amount } 小时
countdown-minutes = { $amount } 分钟
announcement-title = 作品目录将随市场开幕
announcement-title-on = 作品目录将于 { $date } 开放
announcement-lead = 参展商正在筹备参展作品。开幕之前，您可先浏览参展商名单及其展位。
announcement-exhibitors = 浏览参展商
announcement-season = 线上展期
announcement-days = 现场展期
announcement-venue = 场地
announcement-halls = 展馆
announcement-description = { $edition }的日期、场地和参展商。作品将于开幕时公布。
home-featured-label = 部分参展作品
home-countries-count = { $count } 个国家和地区
home-see-all-count = 查看全部 { $total } 部
home-lead-upcoming = 作品目录将随市场开幕，现可率先认识参展商。
home-lead-closed = 本届市场已圆满结束，目录保留作存档，所有作品仍可搜索和浏览。
home-who = 参展阵容
home-who-coming = 参展阵容预告
home-who-was = 本届参展阵容
home-who-note = 按国家或地区分布的参展商。
home-who-all = 全部参展商
home-in-halls = 展馆一览
home-in-halls-today = 今日展馆
home-in-halls-note = 各展馆及其展位上的参展商。
rail-newest = 最新上架
rail-newest-note = 最近加入目录的作品，由新到旧排列。
rail-co-producers = 寻找联合制片
rail-co-producers-note = 仍有合作空间，期待联合制片方加入的项目。
rail-greater-bay = 香港与大湾区
rail-greater-bay-note = 香港或澳门出品，独立制作或跨地合拍。
rail-streaming = 香港流媒体版权可洽购
rail-streaming-note = 该地区订阅流媒体版权尚未售出的作品。
rail-theatrical = 香港院线版权可洽购
rail-theatrical-note = 该地区院线版权尚未售出的作品。
rail-animation = 动画
rail-animation-note = 手绘、建模以至定格，长片与剧集兼备。
rail-first-features = 首部长片
rail-first-features-note = 与首部长片有关的作品，率先认识新锐导演。
rail-series = 可预购剧集
rail-series-note = 制作期间接受预售的剧集。
rail-documentary = 纪录片
rail-documentary-note = 真实故事，从影展走到电视荧屏。
rail-literary = 待改编的故事
rail-literary-note = 开放改编合作的小说、漫画和网络漫画。
rail-still-free = 展后仍可洽购
rail-still-free-note = 从今日起仍有版权可供洽购的作品。
rail-archive = 本届作品
rail-archive-note = 本届参展作品，存档以供浏览。

## Halls

halls-lead = 各参展商所在位置。
halls-description = 市场各展馆及其平面图。
halls-empty-title = 本届市场没有展馆。
halls-empty-lead = 市场在线上举行：请在参展商名单中查找。
hall-map-label = { $hall }平面图
hall-search = 在平面图上查找
hall-search-placeholder = 公司或展位
hall-search-submit = 查找
hall-found = “{ $query }”：已标示 { $count } 个展位。
hall-none = 此展馆没有“{ $query }”。
hall-list = 按展位排列的参展商
hall-booth = 展位 { $booth }：{ $name }
hall-booth-free = 展位 { $booth }：暂无参展商
hall-on-map = 在平面图上查看

## Found by others

feed-title = { $edition }最新作品
social-card = 《{ $name }》主视觉

## Rights by territory

rights-details = 逐项列出全部条款
rights-not-offered = 未提供
rights-cell-exclusive = 可购，独家
rights-cell-partly = { $total } 地中 { $count } 地可购
rights-grid-caption = 《{ $title_name }》各地区版权
rights-map-alt = 提供发行的 { $total } 个国家和地区中，{ $count } 个尚有版权可购。
rights-territory-choose = 选择地区
rights-territory-submit = 查看
rights-answer-yes = 有：{ $territory }以下版权可购。
rights-answer-no = 没有：{ $territory }目前没有可购的版权。
rights-answer-unknown = “{ $query }”不是地区名称，请从列表中选择。

## Similar titles, and the viewer of stills

similar-director = 同为{ $name }作品
similar-genre-country = 同为{ $country }的{ $genre }作品
similar-genre = 同为{ $genre }作品
similar-country = 同样来自{ $country }
stills-previous = 上一张
stills-next = 下一张
stills-close = 关闭
