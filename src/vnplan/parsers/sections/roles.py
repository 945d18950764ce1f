"""Roles: what each part is for, from its own heading, else inherited.

A heading names a role by the words it, or a coordinate part of it, opens with ("CÁC CHỈ TIÊU, NHIỆM
VỤ, GIẢI PHÁP" names target and task). Where it names several, its children decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import regex

from vnplan.lexicon.heads import opens_with_agency, opens_with_charge
from vnplan.lexicon.roles import role_cues
from vnplan.parsers.sections.addressed import mark_addressed
from vnplan.parsers.sections.conclusions import announces_tasks, appraises, orders_redress
from vnplan.parsers.sections.directions import asks_bodies, directs_bodies
from vnplan.parsers.sections.issued import holds_plan
from vnplan.parsers.sections.letters import order_by_letter
from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind, SectionRole
from vnplan.text.fold import fold

_MEASURED = regex.compile(r"tiêu chuẩn[\s,–-]+đo lường")  # a field of work
_COORDINATE = re.compile(r" ?[,;:] ?| (?:và|&|-|gắn với) ")
_BESIDE_REWARDS = (SectionRole.OTHER, SectionRole.SCOPE, SectionRole.FUNDING)
_CARRIED_OUT = regex.compile(r"trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện)(?!\p{L})")
# "Chánh Văn phòng Bộ, … căn cứ phạm vi trách nhiệm của mình, thi hành quyết định này"
_ACTS_ON = regex.compile(
    r"[^.;]{3,400}?\scăn cứ (?:vào )?(?:chức năng|nhiệm vụ|phạm vi|quyết định|quy định|quy chế)"
    r"[^.;]{0,160}?\s(?:thi hành|thực hiện|xây dựng|ban hành|tổ chức)(?!\p{L})"
)
# "Các cơ quan, đơn vị được phân bổ vốn … khẩn trương triển khai thực hiện"
_HASTENS = regex.compile(r"[^.;:]{3,400}?\s(?:khẩn trương|nghiêm túc|chủ động)\s")
# "Thường trực Hội đồng nhân dân, các Ban … giám sát việc thực hiện Nghị quyết"
_OVERSEES = regex.compile(
    r"thường trực (?:hội đồng nhân dân|hđnd)[^.;:]{0,300}?\sgiám sát (?:chặt chẽ )?"
    r"(?:việc|quá trình|tình hình) (?:tổ chức |triển khai )*thực hiện"
)
_PROMULGATES = regex.compile(r"(?:ban hành|phê duyệt|công bố|thành lập|kiện toàn)(?!\p{L})")
# "II. Về văn hóa - xã hội (10 chỉ tiêu)": what is counted under the heading
_COUNTED = regex.compile(r"\(\s*\d{1,2}\s+(?P<what>(?:nhóm\s+)?\p{L}++\s\p{L}++)[^()]*+\)$")
# "5. Chỉ thị này có hiệu lực kể từ ngày ký và thay thế Chỉ thị số …"
_EFFECT = regex.compile(
    r"(?i:chỉ thị|kế hoạch|nghị quyết|chương trình|đề án|thông báo|văn bản|công điện)\snày\s"
    r"(?:có hiệu lực|thay thế|được|áp dụng)"
)
# "II- Thông qua Báo cáo kiểm điểm của Ban Chấp hành Đảng bộ tỉnh khóa X."
_PASSES = regex.compile(
    r"(?:Tán thành|Thông qua|Nhất trí(?: cao)? (?:thông qua|với))\s"
    r"(?:các\s|những\s|nội dung\s|toàn bộ\s)*(?:Báo cáo|báo cáo|Tờ trình|Đề án|Điều lệ|nội dung)\s"
)
# "4. Quy định về thành phần, số lượng cử tri tham dự": rules, and nothing to be carried out
_RULES_ON = regex.compile(r"quy định về (?:việc )?")
_WORK = regex.compile(
    r"(?:thực hiện|tăng cường|đẩy mạnh|làm tốt|công tác|kiểm tra|thanh tra|giám sát|theo dõi"
    r"|đôn đốc|tuyên truyền)(?!\p{L})"
)
_FIGURE = regex.compile(r"\d")
# "2. Phương thức và nguồn kinh phí hỗ trợ", "Hình thức, mức hỗ trợ": how money is given
_WAY = regex.compile(r"(?:các )?(?:phương thức|hình thức|cách thức)(?!\p{L})")
_STANDING_WORDS = 16
# "II. MỤC TIÊU PHÁT TRIỂN" ⏎ "III. ĐỊNH HƯỚNG PHÁT TRIỂN … THEO CÁC VÙNG": where the aims have a
# part of their own, the directions behind it say what is to be done for them, unless the tasks
# have one too ("IV. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU"): then nobody is to carry the directions out
_AIMS = regex.compile(r"(?:(?:các|quan điểm,?(?: và)?|tầm nhìn,?(?: và)?) )?mục tiêu(?!\p{L})")
_DIRECTION = regex.compile(r"(?:các |một số )?định hướng phát triển(?!\p{L})")
# "DỰ BÁO NHỮNG TÁC ĐỘNG … VÀ CÁC GIẢI PHÁP": what is told first is no more than what leads to it
_FORWARD = (SectionRole.TASK, SectionRole.TARGET, SectionRole.ORGANIZATION)
_TELLING = regex.compile(
    r"(?:đánh giá|dự báo|thực trạng|tình hình|đặc điểm|kết quả|khó khăn|những khó khăn|tồn tại"
    r"|hạn chế|nguyên nhân|bối cảnh|khái quát|nhận xét|ưu điểm)(?!\p{L})"
)
# "Đánh giá tình hình thực hiện nhiệm vụ, chương trình công tác tháng 9": what was done of both; but
# "…, chương trình công tác tháng 9 và nhiệm vụ, giải pháp tháng 10" goes on to what is to be done
_REVIEWED = regex.compile(
    r"(?:đánh giá )?(?:tình hình|kết quả) (?:triển khai |tổ chức )?thực hiện (?:các )?"
    r"(?:nhiệm vụ|chỉ tiêu|kế hoạch|chương trình)"
    r"(?:, (?:nhiệm vụ|chỉ tiêu|kế hoạch|chương trình)(?: công tác)?)+"
    r" (?:tháng|quý|năm|\d)(?:(?!nhiệm vụ|giải pháp|phương hướng|kế hoạch)[^;:])*+"
)
_DEEP_WORDS = 12
"""Below the top level only a short heading names a role: the long ones say what is to be done."""
# … but for nouns that no order opens with: "Các giải pháp tổ chức thực hiện kế hoạch tài chính …"
_NAMING = regex.compile(
    r"(?:dự báo\s)?(?:các|những|một số)\s(?:nhóm\s)?(?:chỉ tiêu|nhiệm vụ|giải pháp|biện pháp)"
    r"|(?:tình hình|thực trạng|cơ cấu thu|khung cân đối)(?!\p{L})"
)
# "3. Về tiến độ dự án: Yêu cầu Ban Quản lý dự án đẩy nhanh …"
_ORDERED = regex.compile(r"(?:Giao|Yêu cầu|Đề nghị|Chỉ đạo|Phân công)\s(?=\p{L})")
_STEP = regex.compile(r"[^:]{3,60}:\s\S")
_DATED = regex.compile(r"tiến độ|các mốc thời gian|lịch trình|thời gian biểu|tiến trình")
# "Điều 2. Đối tượng và điều kiện được hỗ trợ", "Điều 5. Nguồn vốn thực hiện"
_HEADED = (SectionRole.SCOPE, SectionRole.FUNDING, SectionRole.REPORTING)


def named_roles(heading: str, *, top: bool) -> list[SectionRole]:
    """The roles that a heading names, in its order, each once."""
    folded = fold(heading).strip(" .:")
    cues = role_cues()
    if (rules := _RULES_ON.match(folded)) is not None:
        named = cues.named(folded[rules.end() :])
        return [
            named if named in (SectionRole.FUNDING, SectionRole.REPORTING) else SectionRole.OTHER
        ]
    if _REVIEWED.fullmatch(folded):
        return [SectionRole.OTHER]
    # deep down "kiểm tra, thanh tra, khen thưởng" is work, and rewards but a part of it
    scanned = folded if top or not _WORK.match(folded) else _COORDINATE.split(folded)[0]
    rewards = next((role for phrase, role in cues.anywhere if phrase in scanned), None)
    if rewards is not None and not folded.startswith(("đối tượng khen", "thời gian", "kinh phí")):
        return [rewards]
    if (counted := _COUNTED.search(folded)) is not None:
        role = cues.named(counted["what"])
        if role in (SectionRole.TARGET, SectionRole.TASK):
            return [role]
    if not top and len(folded.split()) > _DEEP_WORDS and not _NAMING.match(folded):
        # "Nguồn lực và việc sử dụng nguồn lực để thực hiện quy hoạch" speaks of money all the same
        return [role for role in (cues.named(folded),) if role is SectionRole.FUNDING]
    parts = [part for part in _COORDINATE.split(folded) if part]
    if not parts or _MEASURED.match(folded):
        return []
    first = cues.named(folded) or cues.named(parts[0])
    found: list[SectionRole] = [] if first is None else [first]
    if first is None and not top:
        return []
    for part in parts[1:]:
        role = cues.named(part)
        if first is None and role is SectionRole.OTHER:
            continue  # "Theo dõi, đánh giá": only a first word may say that a part is aside
        if role is not None and role not in found:
            found.append(role)
    if SectionRole.FUNDING in found and _WAY.match(folded):
        return [SectionRole.FUNDING]
    return found


def assign_roles(root: Node, default: SectionRole, *, tells: bool = False) -> None:
    """Gives every node below `root` its role; `default` is for top parts that say nothing.

    In a report (`tells`) those are aside, and name fields of work: "1. Thanh tra hành chính".
    """
    order_by_letter(root)
    if tells:
        default = SectionRole.OTHER
    else:
        mark_addressed(root)
    _assign_all(root.children, default)


def _assign_all(nodes: Sequence[Node], default: SectionRole) -> None:
    """Parts side by side under nothing that says what they are for.

    A line without a number over them may: "CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2025" ⏎ "I. Về kinh tế".
    """
    _assign_directions(nodes)
    for node in nodes:
        _assign(node, None, SectionRole.APPENDIX if node.aside else default)
        if node.kind is SectionKind.PARAGRAPH and not node.aside:
            default = _standing_role(node) or default


def _assign_directions(nodes: Sequence[Node]) -> None:
    """Directions of development behind the aims: what is to be done for them, or nobody's task."""
    headings = [(at, node) for at, node in enumerate(nodes) if node.kind is SectionKind.HEADING]
    aimed = False
    found: list[tuple[int, Node]] = []
    for at, node in headings:
        words = fold(node.heading or "")
        if aimed and node.role is None and _DIRECTION.match(words):
            found.append((at, node))
        aimed = aimed or _AIMS.match(words) is not None
    if found:
        last = max((at for at, node in headings if _heads_tasks(node)), default=-1)
        for at, node in found:
            node.role = SectionRole.OTHER if at < last else SectionRole.TASK


def _heads_tasks(node: Node) -> bool:
    """Whether a part is that of the tasks: "III. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU"."""
    return named_roles(node.heading or "", top=True)[:1] == [SectionRole.TASK]


def _standing_role(node: Node) -> SectionRole | None:
    """What a line says that stands over parts like a heading, when it speaks of targets."""
    words = node.body.strip()
    if words.endswith((".", ";", ",")) or len(words.split()) > _STANDING_WORDS:
        return None
    role = role_cues().named(fold(words))
    return role if role in (SectionRole.TARGET, SectionRole.TASK) else None


def _assign(node: Node, inherited: SectionRole | None, default: SectionRole) -> None:
    """A child inherits what its parent's heading says, not what the parent was given for want of
    words: under "1. Về việc rà soát …" of a letter, "1.1. Giao Sở …" charges a body."""
    own = node.role or _own_role(node, inherited)
    if own is SectionRole.FUNDING and (inherited or default) is SectionRole.TARGET:
        # "(4) Vốn đầu tư phát triển toàn xã hội: từ 3,1 đến 3,2 triệu tỷ đồng"
        own = own if _FIGURE.search(node.body) is None else None
    if own is None and inherited is None and appraises(node):
        own = SectionRole.OTHER
    # such as an item of a directive without a telling heading: whom it addresses
    addressed = SectionRole.ORGANIZATION if node.addressed and not (own or inherited) else None
    node.role = role = own or inherited or addressed or default
    attached = node.kind is SectionKind.ATTACHMENT
    said = own or inherited or addressed
    if node.kind in (SectionKind.CHAPTER, SectionKind.ATTACHMENT) and not own:
        default = _issued_default(node, default)
        role = node.role = default
    if attached:
        _assign_all(node.children, default)
        return
    said = said if not holds_plan(node) else None
    for child in node.children:
        if not said and child.numbered:
            _assign(child, None, default)
        else:
            _assign(child, role, default)
    if not said and _charges_throughout(node):
        node.role = SectionRole.ORGANIZATION


def _charges_throughout(node: Node) -> bool:
    """ "6. Những vấn đề khác": whose parts all say what a body has to do, "Đối với Đoàn …".

    Not "1. Về việc rà soát …" of a letter: it names the matter.
    """
    if (node.heading or "").startswith("Về "):
        return False
    parts = [child.role for child in node.children if child.numbered]
    return len(parts) > 1 and set(parts) == {SectionRole.ORGANIZATION}


def _issued_default(node: Node, default: SectionRole) -> SectionRole:
    """An attached regulation, and the chapters of one, hold rules; an attached plan holds tasks."""
    if node.kind is SectionKind.CHAPTER:
        return SectionRole.OTHER
    rules = ("quy chế", "quy định", "điều lệ", "nội quy", "quy trình", "danh mục", "bảng giá")
    return SectionRole.OTHER if fold(node.heading or "").startswith(rules) else default


def _own_role(node: Node, inherited: SectionRole | None) -> SectionRole | None:
    """What the node's own heading says."""
    if node.kind is SectionKind.APPENDIX:
        return SectionRole.APPENDIX
    if node.kind is SectionKind.ARTICLE and inherited is None:
        return _article_role(node)
    if node.heading is None and inherited is None and node.numbered and _rules(node):
        return SectionRole.OTHER
    if node.heading is None or not (node.numbered or node.kind is SectionKind.FIELD):
        return None
    top = inherited is None or inherited is SectionRole.APPENDIX
    roles = named_roles(node.heading, top=top)
    if top and len(roles) == 1 and not node.heading.isupper() and _is_sentence(node.heading):
        roles = []
    if inherited is SectionRole.OTHER and node.kind is not SectionKind.FIELD and _rewarding(node):
        roles = [role for role in roles if role in _BESIDE_REWARDS]
    if not top and _stands_with_siblings(node):
        return None
    if not roles:
        return _unnamed_role(node, node.heading, inherited, top=top)
    if _belongs_above(node, inherited, roles):
        return None
    if roles == [SectionRole.OTHER] and orders_redress(node):
        return SectionRole.TASK
    if roles == [SectionRole.SCOPE] and (
        _is_timetable(node) or _ORDERED.match(node.body.lstrip()) or _tells_steps(node)
    ):
        return SectionRole.TASK
    if roles[0] in _FORWARD:
        roles = [role for role in roles if role is not SectionRole.OTHER]
    if roles[0] is SectionRole.OTHER and _TELLING.match(fold(node.heading)):
        roles = [role for role in roles if role in _FORWARD] or roles
    return roles[0] if len(roles) == 1 else _voted(node, roles)


def _unnamed_role(
    node: Node, heading: str, inherited: SectionRole | None, *, top: bool
) -> SectionRole | None:
    """Of a heading that names no role at its first words: it leads in to tasks, or rules."""
    if inherited is SectionRole.TASK and node.children and _rules_on(node):
        return SectionRole.OTHER
    announces = top and announces_tasks(heading) and not node.addressed
    return SectionRole.TASK if announces else None


# what was done is told by its verb: "Kết quả đạt được", "Kết quả thực hiện năm 2024"
_OWN_RESULT = regex.compile(
    r"kết quả(?!\s(?:đạt được|thực hiện|kiểm tra|giám sát|xác minh|rà soát|triển khai|công tác"
    r"|năm)(?!\p{L}))"
)


def _belongs_above(node: Node, inherited: SectionRole | None, roles: Sequence[SectionRole]) -> bool:
    """Whether a heading that names a role of its own is no more than a part of what it is in.

    "Khó khăn, vướng mắc" of a form of report in an appendix; "6. Kết quả diễn đàn" among the
    contents of a plan: what is to be made of it.
    """
    aside = list(roles) == [SectionRole.OTHER]
    if inherited is SectionRole.APPENDIX:
        return aside or _is_blank(node)
    made = aside and inherited is SectionRole.TASK
    return made and _OWN_RESULT.match(fold(node.heading or "")) is not None


def _rules(node: Node) -> bool:
    """A sentence on the document's own effect, or one by which a congress passes a report."""
    if _EFFECT.match(node.body) is not None:
        return True
    return _PASSES.match(node.body) is not None and not any(part.numbered for part in node.children)


def _is_timetable(node: Node) -> bool:
    """ "TIẾN ĐỘ THỰC HIỆN" ⏎ "- Từ ngày 01/3 đến 15/3: Phát động.": steps, each with its time."""
    if _DATED.match(fold(node.heading or "")) is None:
        return False
    steps = [child for child in node.children if child.numbered or child.name is not None]
    said = (f"{step.heading}: {step.body}" if step.heading else step.body for step in steps)
    return len(steps) > 1 and all(_STEP.match(words.lstrip()) for words in said)


# "Từ tháng 1/2010 thực hiện rà soát, hoàn chỉnh hồ sơ, tổ chức xét duyệt, …"
_TIMED_STEPS = regex.compile(
    r"(?:từ|trong|trước|đến|quý|tháng)\s[^.;:,]{0,40}?\d[^.;:,]{0,24}?,?\s"
    r"(?:thực hiện|tổ chức|triển khai|rà soát|xây dựng|ban hành|tiến hành|hoàn thành)\s"
    r"[^.;:,]{3,60},\s"
)


def _tells_steps(node: Node) -> bool:
    """ "IV. Tiến độ thực hiện" ⏎ "Từ tháng 1/2010 thực hiện rà soát, …, tổ chức …": work."""
    if _DATED.match(fold(node.heading or "")) is None or len(node.children) > 1:
        return False
    words = node.children[0].body if node.children else node.body
    return _TIMED_STEPS.match(fold(words).strip()) is not None


def _is_blank(node: Node) -> bool:
    """A place to be filled in: "Hoạt động chính của Công ty: …"."""
    return not node.children and not any(sign.isalnum() for sign in node.body)


def _rewarding(node: Node) -> bool:
    """Within the rules of rewards "Nội dung", "Mục tiêu" are criteria, no tasks or targets."""
    phrases = [phrase for phrase, _ in role_cues().anywhere]
    headings = [fold(up.heading) for up in node.ancestors() if up.heading]
    return any(phrase in heading for heading in headings for phrase in phrases)


def _stands_with_siblings(node: Node) -> bool:
    """A part that names whom its items address, or a rule among rules.

    "5. Quy định về hình thức biểu quyết" ⏎ "- Hình thức biểu quyết: …": the label names no role.
    """
    if fold(node.heading or "").startswith("trách nhiệm của "):
        return True
    return node.kind is SectionKind.FIELD and node.parent is not None and _rules_on(node.parent)


def _rules_on(node: Node) -> bool:
    """ "4. Quy định về thành phần, số lượng cử tri tham dự hội nghị": how it is held, no work."""
    return _RULES_ON.match(fold(node.heading or "")) is not None


def _is_sentence(heading: str) -> bool:
    """ "Trong thời gian tới, yêu cầu các bộ, ngành …" names nothing at its first words."""
    folded = fold(heading)
    parts = [part for part in _COORDINATE.split(folded) if part]
    return len(folded.split()) > _DEEP_WORDS and role_cues().named(parts[0]) is None


def _voted(node: Node, roles: list[SectionRole]) -> SectionRole:
    """Among the roles a heading names, the one its children bear out.

    "A heading that names two roles takes the one most of its unmarked children have": marked
    children speak for themselves, so what they leave over is the heading's; the first named wins
    where nothing decides, but a target beside a task is the task's.
    """
    votes: Counter[SectionRole] = Counter()
    length: Counter[SectionRole] = Counter()
    for child in node.children:
        if not child.numbered:
            continue
        own = named_roles(child.heading, top=False) if child.heading else []
        if own and own[0] in roles:
            votes[own[0]] += 1
            length[own[0]] += child.end - child.start
    if SectionRole.TASK in roles and SectionRole.TARGET in roles and not votes:
        return SectionRole.TASK
    if not votes:
        return roles[0]
    if SectionRole.TASK in roles and SectionRole.TARGET in roles and votes[SectionRole.TASK]:
        return SectionRole.TASK
    return max(roles, key=lambda role: (votes[role], length[role], -roles.index(role)))


def _article_role(node: Node) -> SectionRole:
    """What an article is for, by its words and by whom its items address.

    One that charges bodies is organization, one whose items direct bodies is task, one that
    promulgates is other; where none is said, its heading may name money, scope or reports.
    """
    below = (child.body for child in node.children if child.kind is SectionKind.PARAGRAPH)
    text = " ".join((node.heading or "", node.body, *below))
    if opens_with_charge(text.strip()):  # "Điều 2. Giao Sở Công Thương chủ trì, phối hợp …"
        return SectionRole.ORGANIZATION
    words = fold(text)
    if opens_with_agency(text.strip()) and (
        _ACTS_ON.match(words.strip()) is not None or _HASTENS.match(words.strip()) is not None
    ):
        return SectionRole.ORGANIZATION
    # behind "Quyết định này có hiệu lực kể từ ngày ký."
    if _CARRIED_OUT.search(words) or _OVERSEES.match(words.strip()):
        return SectionRole.ORGANIZATION
    if _PROMULGATES.match(words):  # "Ban hành kèm theo … Kế hoạch tổ chức thực hiện Chỉ thị …"
        return SectionRole.OTHER
    for phrase, role in role_cues().article:
        if phrase in words:
            return role
    rules = words.startswith("quy định")  # "Quy định thẩm quyền …: 1. UBND tỉnh quyết định mức thu"
    addressed = 0 if rules else sum(map(_is_addressed, node.children))
    if asks_bodies(node) or 2 * addressed > len(node.children) > 1:
        return SectionRole.ORGANIZATION
    return SectionRole.TASK if directs_bodies(node) else _headed_role(node)


def _is_addressed(part: Node) -> bool:
    words = part.heading or part.body
    if part.kind is SectionKind.PARAGRAPH:
        return part.addressed or opens_with_charge(words) or opens_with_agency(words)
    return part.addressed


def _headed_role(node: Node) -> SectionRole:
    """The role that the heading of an article names, where it is a name and no sentence."""
    heading = node.heading or ""
    if not heading or len(heading.split()) > _DEEP_WORDS:
        return SectionRole.OTHER
    roles = named_roles(heading, top=True)
    return roles[0] if roles and roles[0] in _HEADED else SectionRole.OTHER
