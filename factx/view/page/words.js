// What the page says, in English and in Chinese; the reader's browser chooses, a button changes it.

const WORDS = {
  en: {
    documents: "Documents", document: "Document", records: "Records", text: "Text", all: "All documents",
    search: "Search", searchAll: "Search all documents", reset: "Clear filters", language: "中文",
    theme: "Light or dark", print: "Print", help: "Keys", close: "Close", more: "More", previous: "Previous", next: "Next",
    kind: "Kind", level: "Level", status: "Status", rule: "Rule", year: "Year", mark: "Mark", none: "not stated",
    initiative: "Initiative", honour: "Honour", achievement: "Achievement", awardee: "Awardee",
    initiatives: "Initiatives", honours: "Honours", achievements: "Achievements", awardees: "Awardees",
    subject: "subject", period: "period", name: "name", category: "category", action: "action", title: "title",
    recipients: "recipients", grantor: "grantor", form: "form", grade: "grade", metric: "metric", value: "value",
    unit: "unit", qualifier: "qualifier", measure: "measure", basis: "basis", organisation: "organisation",
    position: "position", quote: "quote", section: "section",
    accept: "Accept", reject: "Reject", accepted: "accepted", rejected: "rejected", unmarked: "unmarked",
    saveMarks: "Save marks", openMarks: "Open marks", noMarks: "Nothing is marked yet", copy: "Copy JSON", copied: "Copied",
    show: "Show in the text", elsewhere: "stands elsewhere in the text",
    unused: "Not used", showUnused: "Show what was not used", unusedUnknown: "Known only where factx reads the text itself",
    noReason: "no rule looked at it", sort_number: "number", sort_quote: "quoted name", sort_title: "《title》", sort_verb: "verb of honour",
    issues: "Doubts", noRecords: "No records", noneMatch: "No record passes the filters", noText: "The text is not here",
    noTextLong: "The records are shown with their quotes.",
    honoursByYear: "Honours by level and year", kindsByDocument: "Records by kind and document",
    kindsByDocumentMost: (n) => `Records by kind, top ${n} documents`, plans: "Achieved and planned", undated: "undated", characters: "characters", hits: "in the text", matches: "matching",
    found: (n, d) => `${n} records in ${d} documents`, searching: "Searching…", ofTotal: (a, b) => `${a} of ${b}`,
    planned: "planned", achieved: "achieved", openDocument: "open", sortBy: "Sort by", order: "Order", length: "Length",
    keys: [["j  k", "next, previous record"], ["Enter", "show the record in the text"], ["a  r", "accept, reject (again: take back)"],
      ["[  ]", "previous, next document"], ["/", "search"], ["u", "what was not used"], ["o", "all documents"],
      ["t", "light or dark"], ["Esc", "leave"], ["?", "this list"]],
  },
  zh: {
    documents: "文档", document: "文档", records: "记录", text: "原文", all: "全部文档",
    search: "搜索", searchAll: "搜索全部文档", reset: "清除筛选", language: "English",
    theme: "浅色或深色", print: "打印", help: "快捷键", close: "关闭", more: "更多", previous: "上一条", next: "下一条",
    kind: "类型", level: "级别", status: "状态", rule: "规则", year: "年份", mark: "标记", none: "未说明",
    initiative: "举措", honour: "荣誉", achievement: "数据", awardee: "获奖人",
    initiatives: "举措", honours: "荣誉", achievements: "数据", awardees: "获奖人",
    subject: "主体", period: "时间", name: "名称", category: "类别", action: "动词", title: "称号",
    recipients: "获得者", grantor: "授予方", form: "形式", grade: "等次", metric: "指标", value: "数值",
    unit: "单位", qualifier: "精确度", measure: "度量", basis: "对比", organisation: "所在单位",
    position: "职务", quote: "原句", section: "章节",
    accept: "接受", reject: "否决", accepted: "已接受", rejected: "已否决", unmarked: "未标记",
    saveMarks: "保存标记", openMarks: "打开标记", noMarks: "尚无标记", copy: "复制 JSON", copied: "已复制",
    show: "在原文中查看", elsewhere: "出自原文别处",
    unused: "未采用", showUnused: "显示未采用的内容", unusedUnknown: "仅在 factx 亲自读取原文时可知",
    noReason: "没有规则涉及此处", sort_number: "数字", sort_quote: "引号名称", sort_title: "书名号", sort_verb: "荣誉动词",
    issues: "疑点", noRecords: "没有记录", noneMatch: "没有符合筛选的记录", noText: "缺少原文",
    noTextLong: "以下记录附有其原句。",
    honoursByYear: "各年各级荣誉", kindsByDocument: "各文档记录类型",
    kindsByDocumentMost: (n) => `记录最多的 ${n} 篇文档`, plans: "各年已实现与计划", undated: "无年份", characters: "字", hits: "处原文", matches: "条符合",
    found: (n, d) => `${d} 篇文档中共 ${n} 条记录`, searching: "搜索中…", ofTotal: (a, b) => `${a} / ${b}`,
    planned: "计划", achieved: "已实现", openDocument: "打开", sortBy: "排序", order: "原序", length: "篇幅",
    international: "国际级", national: "国家级", provincial: "省级", municipal: "市级", county: "县级", township: "乡镇级", institutional: "单位级",
    system: "制度", programme: "行动", project: "项目", platform: "平台", method: "方法", event: "会议活动", brand: "品牌",
    award: "奖项", selection: "入选", certification: "认定", commendation: "表扬", coverage: "报道", promotion: "推广",
    exact: "确数", more_than: "以上", nearly: "接近", about: "约", range: "区间",
    count: "计数", amount: "数量", share: "占比", rate: "比率", growth: "增长", decline: "下降", rank: "位次", gap: "差距",
    keys: [["j  k", "下一条、上一条记录"], ["Enter", "在原文中查看"], ["a  r", "接受、否决（再按取消）"],
      ["[  ]", "上一篇、下一篇文档"], ["/", "搜索"], ["u", "未采用的内容"], ["o", "全部文档"],
      ["t", "浅色或深色"], ["Esc", "返回"], ["?", "快捷键"]],
  },
};

// Values whose word is also the name of a field.
const VALUES = {
  en: {},
  zh: { document: "文件", organisation: "组织", title: "称号" },
};

let language = remembered("language") || (/^zh/i.test(navigator.language || "") ? "zh" : "en");

/** A word of the page. */
function say(key) {
  const word = WORDS[language][key];
  return word === undefined ? key : word;
}

/** A value of the records' enumerations, as people say it. */
function sayValue(value) {
  const word = VALUES[language][value] || WORDS[language][value];
  return typeof word === "string" ? word : String(value).replace(/_/g, " ");
}

/** What the reader chose last time, where the browser lets a file remember. */
function remembered(key) {
  try {
    return localStorage.getItem(`factx:${key}`);
  } catch (_) {
    return null;
  }
}

function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(`factx:${key}`);
    else localStorage.setItem(`factx:${key}`, value);
  } catch (_) {
    // a browser that forgets still shows the page
  }
}
