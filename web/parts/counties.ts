/**
 * County nodes by city, as the filter of the case list offers them: id → short name.
 * The API has no list of tenants yet; a unit test holds this one to the seeded tenants.
 */
export const counties: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  yancheng: {
    tinghu: '亭湖区',
    yandu: '盐都区',
    dafeng: '大丰区',
    dongtai: '东台市',
    xiangshui: '响水县',
    binhai: '滨海县',
    funing: '阜宁县',
    sheyang: '射阳县',
    jianhu: '建湖县',
    jingkai: '盐城经开区',
    yannan: '盐南高新区',
  },
  kaifeng: {
    longting: '龙亭区',
    shunhe: '顺河回族区',
    gulou: '鼓楼区',
    yuwangtai: '禹王台区',
    xiangfu: '祥符区',
    qixian: '杞县',
    tongxu: '通许县',
    weishi: '尉氏县',
    lankao: '兰考县',
  },
};
