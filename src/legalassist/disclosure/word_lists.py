"""Words the rules of matching ask about. Lower case, folded; each list says what it is for."""

WORD_LIKE = frozenset(
    """
    a able ace ail am amber amy an ana and angel any april ash aspen august autumn ban bang bar bay be bean beck bell
    ben best bin bird bishop blue bo bonny boss bread brook brown bun buck bush but buy by can candy carol case cash
    chance chase chi chin china chow christian chuck clay cliff cloud coral cook crystal cub dale dan dance dang dawn
    day dean deer den dew die dim din ding dive do dong don dot dove duke dusk earl east echo eden eve ever fair faith
    fan fang fay fen fern field fin finance flora flower ford forest fox frank free fry fun gage game gang gay gem gene
    gin glen glory go gold gong good grace grant gray green gun guy hale half hall hand hang happy harmony harp hart
    haven hay he heart heather heaven hen her here hill him ho holly home honey hong hope how hub hue hum hun hung hunt
    huh iris ivy jade jay jean jet jewel jin job jolly jordan joy joyce june just justice key kid kin king kind kit lai
    lamb lan lance lane lang lark laurel law lee lei liberty lie light lily lin line ling lion lo long lotus love low
    lu lucky lung luck lung luna ma mace magnolia male man many mar marina mark marsh mason maria matt may me melody
    men mercy mere merry mi mike mile mine mild min ming miss moon more moss my nan name nice nick no noble north
    now nun oak of olive on once only opal or pa page pal pan panda pang park parker patience paul peace pearl pen
    penny pepper pie pin pine ping piper pole police pong poppy porter pray price pride prince promise prudence pun
    quest quiet rain ran rang range ray read reed rich ridge ring river rob robin rock rose rouge rose rosemary ruby
    rule run rush sage sail sale same sam sand sandy sang savvy scarlet serene shade shame shan she shine shore shy
    sierra silver sing sky snow so son song sore star stone storm stella sue summer sun sung sunny sure swan sweet
    tale tame tan tang tao taro tell ten terry the tie time ting to tong too treasure trinity true trust tu tune unity
    us van victor victory vine violet virtue visa wade wan want ward was way we wen were west who will win wing
    winter wise wolf woman women wong wood wright yam yang yearn yen yes yet you young yum zen zest
    """.split()
)
"""English words that are also a name, or a part of one in pinyin: rules (2) and (4) treat them with care."""

TITLES = frozenset({"ms", "mr", "mrs", "mx", "dr", "mme", "xiao", "lao", "auntie", "shifu"})
"""Titles that no English sentence holds as another word: a name part beside one is a name however it is written."""

TITLE_WORDS = frozenset(
    {"miss", "madam", "madame", "aunt", "uncle", "sister", "brother", "boss", "mama", "papa", "teacher", "ah", "a"}
)
"""Titles that are English words too: they count beside a part that is written as a name."""

TITLES_AFTER = frozenset({"nushi", "xiansheng", "xiaojie", "taitai", "jie", "ge", "laoshi", "ayi", "shushu", "laoban"})
"""Titles in pinyin that stand behind a name."""

HAN_TITLES_BEFORE = ("小", "阿", "老", "大")
HAN_TITLES_AFTER = (
    "女士", "小姐", "太太", "先生", "师傅", "老师", "老板娘", "老板", "阿姨", "姐", "哥", "妹", "弟", "姨", "叔", "嫂",
    "婶", "总", "氏",
)  # fmt: skip
"""Chinese titles before and behind a surname or a given name, simplified."""

GENERIC = frozenset(
    """
    inc llc ltd corp company co restaurant kitchen bakery spa salon nails nail massage store shop market bar cafe hotel
    motel laundry factory church school college clinic hospital center centre office department agency bureau police
    precinct unit court county city borough district street house home group services service foot bodywork karaoke
    garden palace the of and for a an new york us usa united states
    """.split()
)
"""Words of a business's or a place's name that name nobody in particular."""

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 "
    "周二 周三 周四 周五 周六 周日 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 礼拜天".split()
)
HOLIDAYS = frozenset(
    """christmas thanksgiving easter halloween new-year new-years lunar-new-year chinese-new-year spring-festival
    mid-autumn labor-day memorial-day independence-day valentine valentines fourth-of-july mothers-day fathers-day
    national-day qingming dragon-boat lantern-festival hanukkah ramadan eid
    春节 中秋 国庆 元旦 清明 端午 除夕 圣诞 元宵 感恩节 万圣节 五一""".split()
)
SUPERLATIVES = frozenset(
    """only first last youngest oldest eldest biggest largest smallest longest shortest worst best most least unique
    never sole highest lowest famous notorious earliest latest 唯一 第一 最 首次 首个 独一无二 从未""".split()
)
ALLOWED_PLACES = frozenset({"new york", "new york city", "nyc", "ny", "united states", "us", "usa"})
"""Places a stage-1 text may name."""

PLACES = frozenset(
    """
    anhui beijing chongqing fujian gansu guangdong guangxi guizhou hainan hebei heilongjiang henan hubei hunan jiangsu
    jiangxi jilin liaoning macau ningxia qinghai shaanxi shandong shanghai shanxi sichuan taiwan tianjin tibet xinjiang
    yunnan zhejiang wenzhou fuzhou changle fuqing lianjiang tingjiang guangzhou shenzhen taishan toishan dongguan xiamen
    quanzhou putian hangzhou ningbo nanjing suzhou wuhan chengdu xian shenyang dalian harbin changchun qingdao jinan
    zhengzhou hong-kong hongkong kowloon taipei china malaysia thailand vietnam myanmar burma cambodia laos philippines
    indonesia singapore mexico canada korea japan india nepal
    queens brooklyn manhattan bronx staten-island flushing elmhurst corona jamaica chinatown sunset-park bensonhurst
    bayside woodside harlem midtown astoria jackson-heights murray-hill whitestone college-point rego-park
    forest-hills kew-gardens sheepshead-bay homecrest long-island nassau suffolk westchester yonkers albany buffalo
    new-jersey jersey-city newark edison connecticut pennsylvania philadelphia boston massachusetts california
    los-angeles monterey-park el-monte san-francisco texas houston dallas florida miami orlando atlanta chicago
    illinois ohio virginia maryland nevada las-vegas hawaii saipan guam seattle washington
    中国 浙江 温州 福建 福州 长乐 福清 连江 广东 台山 广州 深圳 上海 北京 东北 辽宁 沈阳 香港 台湾 法拉盛 布鲁克林 皇后区
    曼哈顿 布朗士 八大道 日落公园 唐人街 新泽西 加州 洛杉矶 旧金山 塞班
    """.split()
)
"""Places below a state, other states and countries that come up in such cases; not every place of the world."""

ABBREVIATIONS = frozenset(
    """us usa ny nyc uscis ins doj dhs ice cbp eoir fbi hhs oag da dv pro tpr ina cfr usc t u i id pdf txt ok am pm
    ead rfe noid foia gmt est edt tv cd vip vs re cc bcc wx qq wc nypd hiv std llc inc ltd jd esq sw se nw ne""".split()
)
"""Capital letters that mean something of their own: not taken for initials in free text."""
