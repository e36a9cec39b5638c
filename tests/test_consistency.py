"""What a report says against itself: each contradiction is told, and nothing that only looks like one."""

import pytest
from shell import run

import factx

CONTRADICTIONS = [
    ("表彰王静、李晓岚、陈昱等2名同志。", "count-mismatch", "says 2 and lists 3", "等 may leave out, not add"),
    ("授予云溪县财政局、云溪县水利局、云溪县教育局等2个单位先进集体称号。", "count-mismatch", "says 2 and lists 3",
     "bodies"),
    ("打造“书香云溪”、“悦读校园”、“百姓讲堂”等2项品牌。", "count-mismatch", "says 2 and lists 3", "names in quotes"),
    ("一等奖（3名）：王静、李晓岚", "count-mismatch", "says 3 and lists 2", "a list behind its count"),
    ("一等奖（2名）：王 静 李晓岚 陈昱", "count-mismatch", "says 2 and lists 3", "spaces divide, and spread a name"),
    ("一、先进集体（3个）\n县财政局\n县水利局\n二、先进个人（1名）\n王静\n", "count-mismatch",
     "says 3 and lists 2", "lines"),
    ("本地员工占员工总数的120%。", "share-over-100", "is more than the whole", "a part of the whole"),
    ("产品抽检合格率达102%。", "share-over-100", "合格率: 102% is more", "what passed of what was tested"),
    ("三次产业结构为7.5:45.2:51.3。", "sum-mismatch", "the three sectors add up to 104", "the sectors are all of it"),
    ("全年获奖12项，其中一等奖3项、二等奖5项、三等奖6项。", "sum-mismatch", "add up to 14, more than 12项",
     "no prize is two"),
    ("参训学员40名，其中男生25名、女生18名。", "sum-mismatch", "add up to 43, more than 40名", "nor is a student"),
    ("农业总产值28.2亿元，比上年增长5%，其中：种植业113亿元。", "sum-mismatch",
     "the part 113亿元 is more than the whole, 28.2亿元", "a growth between does not matter"),
    ("出版专著（12部）、合著（16部）、译著（5部）共计34部。", "sum-mismatch", "add up to 33, not to 34部", "a sum"),
    ("2023年，云溪县粮食总产量68万吨。\n春耕顺利。\n2023年，云溪县粮食总产量达到71万吨。\n",
     "two-values", "has two values", "one metric"),
]  # fmt: skip

SOUND = [
    ("表彰王静、李晓岚等5名同志。", "等 leaves some out"),
    ("表彰王静、李晓岚等2名同志。", "as many as named"),
    ("王静、李晓岚、陈昱参加评比、展览等2项活动。", "two lists of two sorts"),
    ("有农业、工业、商业、旅游等3个方面。", "groups, not names"),
    ("困难一个接一个，选址、用地、资金等一个又一个难题。", "一 counts nothing here"),
    ("一等奖（2名）：王静、李晓岚", "as many as listed"),
    ("联系电话（2部）：见附件", "no list"),
    ("一、先进集体（2个）\n县财政局\n县水利局\n二、先进个人（1名）\n王静\n", "as many lines"),
    ("一、先进个人（4名）\n王静　李晓岚\n陈昱　赵明远\n二、先进集体（1个）\n县财政局\n", "two names a line"),
    ("一、先进个人（9名）\n王静\n\n云溪县人民政府\n2024年2月1日\n", "who knows where the list ends"),
    ("完成全年任务的120%。", "more than the plan"),
    ("销售额占去年同期的120%以上，产量增长135%。", "growth may be any"),
    ("高等教育毛入学率达112%。", "a gross rate may be more"),
    ("商业银行拨备覆盖率为206%。", "what covers may be more than what it covers"),
    ("完工量、接单量分别占全国的75%、45%。", "parts of two wholes"),
    ("三次产业结构为7.5:45.2:47.4。", "rounding"),
    ("三次产业对经济增长的贡献率之比变化较大。", "no figures"),
    ("现有党员120名，其中女党员50名、大专以上学历100名。", "one may be both"),
    ("日均发送旅客176万人次，其中5月1日发送200万人次。", "a mean and a day"),
    ("两市净流入资金20亿元，其中机构资金净流入30亿元。", "net sums have parts below zero"),
    ("下辖3个街道。其中，57个社区162个项目已开工。", "another sentence's whole"),
    ("获国家级奖2项、省级奖3项，市级奖6项。", "no whole is given"),
    ("新建学校5所、改建8所，全市共有学校200所。", "all there are, not the sum"),
    ("上半年完成投资1.23亿元、下半年完成投资1.26亿元，合计2.5亿元。", "rounding"),
    ("2022年，云溪县粮食总产量68万吨。\n2023年，云溪县粮食总产量71万吨。\n", "two years"),
    ("2023年，公司营业收入479.7亿元。\n形势很好。\n2023年，公司营业收入480亿元。\n", "rounding"),
    ("2023年，云溪县粮食总产量68万吨。\n春耕顺利。\n2023年，江州市粮食总产量达到71万吨。\n", "two places"),
    ("2023年，粮食总产量由68万吨增加到71万吨。", "before and after"),
]


@pytest.mark.parametrize(("text", "code", "message", "why"), CONTRADICTIONS)
def test_a_contradiction_is_told(text: str, code: str, message: str, why: str) -> None:
    found = [(issue.code, issue.message) for issue in factx.extract(text).issues]
    assert len(found) == 1, (why, found)
    assert found[0][0] == code
    assert message in found[0][1]


@pytest.mark.parametrize(("text", "why"), SOUND)
def test_what_only_looks_like_one_is_not(text: str, why: str) -> None:
    assert factx.extract(text).issues == [], why


@pytest.mark.parametrize(("text", "code", "message", "why"), CONTRADICTIONS)
def test_the_place_of_an_issue_shows_it(text: str, code: str, message: str, why: str) -> None:
    del code, message, why
    (issue,) = factx.extract(text).issues
    assert issue.start is not None
    assert issue.end is not None
    assert any(sign.isdigit() or sign in "一二三四五六七八九十" for sign in text[issue.start : issue.end])
    assert "\n" not in issue.message


def test_issues_are_told_by_extract_and_explain(tmp_path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("产品抽检合格率达102%。\n", encoding="utf-8")
    extracted = run("extract", str(report), "-f", "json")
    assert '"code": "share-over-100"' in extracted.out
    assert "a.txt: warning: " in extracted.err
    assert "(share-over-100)" in extracted.err
    assert "102% is more than the whole (share-over-100)" in run("explain", str(report)).out
    assert "share-over-100" in run("explain", str(report), "--json").out
