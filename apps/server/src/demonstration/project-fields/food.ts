import type { FieldTexts } from './field-texts.js';

/** The division 现代食品. */
export const FOOD: FieldTexts = {
  预制菜: {
    zh: ['超高压保鲜预制菜', '冷链锁鲜方便餐', '冀菜工业化产品', '智能中央厨房', '植物基预制菜'],
    en: [
      'high-pressure ready meal',
      'chilled ready meal',
      'industrialised Hebei cuisine',
      'smart central kitchen',
      'plant-based ready meal',
    ],
    useZh: ['团餐供应', '家庭厨房', '便利店', '高铁餐饮'],
    useEn: ['group catering', 'home kitchens', 'convenience stores', 'railway catering'],
  },
  乳制品: {
    zh: ['A2 型液态奶', '益生菌发酵乳', '乳清蛋白粉', '原制奶酪', '乳铁蛋白提取工艺'],
    en: ['A2 milk', 'probiotic fermented milk', 'whey protein powder', 'natural cheese', 'lactoferrin extraction'],
    useZh: ['老年营养', '婴幼儿', '运动恢复', '烘焙餐饮'],
    useEn: ['elderly nutrition', 'infants', 'sports recovery', 'bakery'],
  },
  功能与营养食品: {
    zh: ['肠道微生态制剂', '特殊医学用途配方食品', '低升糖主食', '植物甾醇食品', '红枣多糖饮品'],
    en: [
      'gut microbiome product',
      'food for special medical purposes',
      'low-GI staple',
      'phytosterol food',
      'jujube polysaccharide drink',
    ],
    useZh: ['糖尿病人群', '术后病人', '儿童成长', '体重管理'],
    useEn: ['people with diabetes', 'post-operative patients', 'children', 'weight management'],
  },
  食品生物技术: {
    zh: ['细胞培养肉', '精密发酵乳蛋白', '酶解小肽', '天然防腐剂', '低盐发酵酱油'],
    en: [
      'cultivated meat',
      'precision-fermented milk protein',
      'enzymatic peptide',
      'natural preservative',
      'low-salt soy sauce',
    ],
    useZh: ['替代蛋白', '调味品升级', '清洁标签', '老字号焕新'],
    useEn: ['alternative protein', 'better seasoning', 'clean labels', 'heritage brands'],
  },
  食品装备与检测: {
    zh: ['高速无菌灌装线', '近红外在线检测仪', '农残快检芯片', '低温真空干燥机', '包装缺陷视觉检测系统'],
    en: [
      'aseptic filling line',
      'near-infrared analyser',
      'pesticide test chip',
      'low-temperature vacuum dryer',
      'packaging inspection system',
    ],
    useZh: ['乳品生产', '果蔬加工', '监管抽检', '药食同源产品'],
    useEn: ['dairies', 'fruit processing', 'market supervision', 'medicinal foods'],
  },
};
