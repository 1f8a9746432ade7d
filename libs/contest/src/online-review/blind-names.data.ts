/** How companies end, in law. The longest comes first. */
export const LEGAL_ENDINGS = [
  '集团股份有限公司',
  '集团有限责任公司',
  '集团有限公司',
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '集团公司',
  '分公司',
  '集团',
  '公司',
];

/** Cities that stand before the name of a company as a province does, without “市”. */
export const CITIES = [
  ...['石家庄', '唐山', '秦皇岛', '邯郸', '邢台', '保定', '张家口', '承德', '沧州', '廊坊', '衡水', '雄安', '正定'],
  ...['深圳', '广州', '杭州', '南京', '苏州', '无锡', '武汉', '成都', '西安', '长沙', '郑州', '合肥', '济南', '青岛'],
  ...['厦门', '福州', '沈阳', '大连', '哈尔滨', '长春', '太原', '南昌', '南宁', '昆明', '贵阳', '兰州', '宁波', '珠海'],
  ...['东莞', '佛山', '常州', '南通', '温州', '嘉兴', '烟台', '潍坊', '洛阳', '中山', '惠州', '泉州', '徐州', '扬州'],
];

/** What a company does: common words, which name nobody. */
export const TRADES = [
  ...['科技', '技术', '智能', '智造', '电子', '信息', '网络', '软件', '生物', '医药', '医疗', '医学', '制药', '药业'],
  ...[
    '新能源',
    '能源',
    '新材料',
    '材料',
    '环保',
    '环境',
    '节能',
    '农业',
    '食品',
    '机械',
    '装备',
    '设备',
    '器械',
    '制造',
  ],
  ...[
    '自动化',
    '机器人',
    '芯片',
    '半导体',
    '集成电路',
    '光电',
    '通信',
    '数据',
    '大数据',
    '人工智能',
    '物联网',
    '互联网',
  ],
  ...['文化', '传媒', '教育', '咨询', '服务', '贸易', '商贸', '实业', '投资', '控股', '发展', '产业', '工程', '建设'],
  ...['化工', '航空', '航天', '汽车', '创新', '工业', '检测', '健康', '系统', '国际', '电气', '电力', '仪器', '仪表'],
  ...['基因', '诊断', '精密', '激光', '传感', '储能', '氢能', '锂电', '电池', '云计算', '数字', '安全', '空间', '卫星'],
];

/** Words of two characters that companies are called by and texts are full of: struck only together with what follows in the name. */
export const EVERYDAY = [
  ...['中国', '国际', '绿色', '未来', '智慧', '创新', '时代', '东方', '世界', '海洋', '生命', '自然', '阳光', '高新'],
  ...['新兴', '先进', '先导', '前沿', '中科', '国科', '联合', '共享', '精准', '高端', '量子', '光子', '纳米', '微纳'],
];

/** How companies end, in law and in what they do, in English. */
export const LATIN_ENDINGS =
  /[\s,]+(?:co\.?,?\s*ltd|company limited|limited|ltd|inc|incorporated|corp|corporation|llc|gmbh|plc|company|co)\.?$/i;
export const LATIN_TRADES =
  /\s+(?:technolog(?:y|ies)|tech|sciences?|systems?|solutions?|software|electronics?|energy|biotech(?:nology)?|pharma(?:ceuticals?)?|medical|international|group|holdings?|labs?|chips?|semiconductors?|materials?|intelligence|robotics?|and|&)$/i;

/** Family names of two characters 复姓. */
export const COMPOUND = [
  ...['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '司徒', '令狐', '夏侯', '端木'],
  ...['万俟', '闻人', '赫连', '澹台', '公冶', '宗政', '濮阳', '淳于', '单于', '太叔', '申屠', '仲孙', '轩辕'],
  ...['钟离', '宇文', '长孙', '鲜于', '闾丘', '亓官', '司空', '司寇', '颛孙', '巫马', '公西', '漆雕', '乐正'],
  ...['公良', '拓跋', '谷梁', '段干', '百里', '东郭', '南门', '呼延', '羊舌', '梁丘', '左丘', '东门', '西门'],
  ...['南宫'],
];

/** English words that a text may place side by side and that are also syllables of names: 何灿 would strike “he can”. */
export const ENGLISH_SYLLABLES =
  'a an ban bang bin can den die fan gang gun hang he lie long man me men pan pen pie pin ran run sang she song sun tan tie you';

/** English words that read like a family name and a given name run together: 胡曼 would strike “human”. */
export const ENGLISH_LIKE_NAMES =
  'aide aiding ailing aiming along angling ante anti aping ashen bailing baiting baize bake bale baling banding ' +
  'bane banning banyan bare base bate bating bayou bending bide bike bile binding binge binning bite biting bole ' +
  'bone boning bore buying cache cage cake cane caning canning chaining chaise change cheer cheque chide chili ' +
  'chime chiming china chute cumin danger dangle dean demo denying dice dike dime dine dining dire douse duding ' +
  'duke dune ending fading fake fanning fending fume fuming fuse gaining gaming gene guano guide guiding guile ' +
  'guise guru hailing handing hanger here house huge human jingle kaolin keying lake lance landing lane laying lean ' +
  'lice lichen like liken lime liming linden line linen liner linger lining loan longer lubing lure lute mace made ' +
  'make male mama mane mange manning mare mate mating mayo maze mean memo mending mica mice mike mile mime mince ' +
  'minding mine miner mingle mingling mini mining mire mite mixing mode mole more mote mule muse mute muting ' +
  'nailing name naming nice niche niece nine nuke outing pagan page paling panda pane panning paying pending pier ' +
  'pike pile pine piping pixie pure quanta queen queer range renting reran riding rude ruining rule ruling running ' +
  'sage sailing sake saying semi sending senna shade shading shake shaken shame shanghai shaping share sheen sheer ' +
  'shelve shine shining shire shouting side silo sine siren site siting size sunning suntan sure tailing take ' +
  'tangle tango tannin tanning taping taxi taxing tiding tiling timing titan tuba tubing tuna tune tuning wading ' +
  'wage wake wanting woken woman women';
