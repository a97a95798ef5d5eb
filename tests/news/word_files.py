"""Word files as an office writes them: real .docx, made here so that a test says what is in each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Inches
from docx.table import Table
from docx.text.paragraph import Paragraph
from PIL import Image

W = nsdecls("w")
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


@cache
def photograph(width: int = 2000, height: int = 1500) -> bytes:
    """Give a telephone's picture: noise, lying on its side, with the place it was taken at."""
    noise = Image.merge("RGB", [Image.effect_noise((400, 300), 60 + 20 * n) for n in range(3)])
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Máy ảnh của cán bộ"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (16.0, 27.0, 30.0)
    raw = io.BytesIO()
    noise.resize((width, height)).save(raw, "JPEG", quality=80, exif=exif)
    return raw.getvalue()


def drawing() -> bytes:
    """Give a drawing of three colours."""
    picture = Image.new("RGB", (900, 500), "white")
    picture.paste("purple", (50, 50, 400, 450))
    picture.paste("gold", (450, 250, 800, 450))
    raw = io.BytesIO()
    picture.save(raw, "PNG")
    return raw.getvalue()


def centred(paper: Document, text: str, *, bold: bool = True) -> Paragraph:
    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold
    return paragraph


def bold(paper: Document, text: str) -> Paragraph:
    paragraph = paper.add_paragraph()
    paragraph.add_run(text).bold = True
    return paragraph


def letterhead(paper: Document, number: str, about: str = "") -> None:
    """Put the head of an office's paper: two columns without lines."""
    table = paper.add_table(2, 2)
    fill(table, 0, 0, "UBND THÀNH PHỐ HUẾ", "UBND PHƯỜNG HƯƠNG AN", "_________")
    fill(table, 0, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "______")
    fill(table, 1, 0, f"Số: {number}", *([f"V/v {about}"] if about else []))
    fill(table, 1, 1, "Hương An, ngày 24 tháng 11 năm 2026")


def fill(table: Table, row: int, column: int, *lines: str, strong: bool = False) -> None:
    cell = table.cell(row, column)
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.add_run(line).bold = strong


def signature(paper: Document) -> None:
    table = paper.add_table(1, 2)
    fill(table, 0, 0, "Nơi nhận:", "- Như trên;", "- Lưu: VT, VP.")
    fill(table, 0, 1, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)")


def grid(paper: Document, rows: list[list[str]], *, head: bool = True) -> Table:
    table: Table = paper.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            fill(table, y, x, text, strong=head and y == 0)
    return table


def link(paragraph: Paragraph, text: str, address: str) -> None:
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    xml = (
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'
    )
    raw_xml(paragraph, xml)


def raw_xml(paragraph: Paragraph, xml: str) -> None:
    whole: Any = paragraph._p  # noqa: SLF001 - python-docx has no other way to Word's own markup
    whole.append(parse_xml(xml))


def picture(paper: Document, raw: bytes, said: str = "", width: float = 5) -> None:
    paper.add_picture(io.BytesIO(raw), width=Inches(width))
    described = paper.element.body.findall(f".//{qn('wp:docPr')}")[-1]
    described.set("descr", said)


def report(paper: Document) -> None:
    """Báo cáo: head, bold numbered lines, dashes typed by hand, a signature."""
    letterhead(paper, "125/BC-UBND")
    centred(paper, "BÁO CÁO")
    centred(paper, "Kết quả công tác cải cách hành chính quý III năm 2026")
    paper.add_paragraph("-----------------")
    paper.add_paragraph(
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026, UBND phường Hương An báo cáo kết quả"
        " công tác CCHC quý III năm 2026. Số liệu tính đến ngày 30/9/2026."
    )
    bold(paper, "I. KẾT QUẢ THỰC HIỆN")
    bold(paper, "1. Cải cách thủ tục hành chính:")
    for line in ("- Tiếp nhận 1.245 hồ sơ; giải quyết đúng hạn 99,2%.",
                 "- Niêm yết công khai 357 thủ tục, trong đó:",
                 "+ 274 thủ tục toàn trình;", "+ 85 thủ tục một phần.",
                 "-Trả lời 12/12 phản ánh, kiến nghị."):  # fmt: skip
        paper.add_paragraph(line)
    bold(paper, "2. Tổ chức bộ máy")
    paper.add_paragraph("Đã kiện toàn Trung tâm Phục vụ hành chính công phường.")
    bold(paper, "II. PHƯƠNG HƯỚNG QUÝ IV")
    paper.add_paragraph("1. Rà soát thủ tục 1.001193 và 2.000815, báo cáo mã 9.999999.")
    paper.add_paragraph("a) Giao Văn phòng; b) giao Tư pháp.")
    signature(paper)


def plan(paper: Document) -> None:
    """Kế hoạch: heading styles, numbers of Word's own, restarted and going on."""
    letterhead(paper, "07/KH-UBND")
    centred(paper, "KẾ HOẠCH")
    centred(paper, "Tuyên truyền cải cách hành chính năm 2026")
    paper.add_paragraph("UBND phường ban hành kế hoạch tuyên truyền cải cách hành chính như sau:")
    paper.add_heading("I. Mục đích, yêu cầu", 1)
    for line in ("Nâng cao nhận thức của cán bộ.", "Bảo đảm thường xuyên, dễ hiểu."):
        paper.add_paragraph(line, style="List Number")
    paper.add_heading("II. Nội dung", 1)
    paper.add_heading("1. Trên đài truyền thanh", 2)
    for line in ("Phát thanh hai buổi mỗi tuần.", "Mỗi bài không quá 5 phút."):
        paper.add_paragraph(line, style="List Bullet")
    paper.add_paragraph("Nội dung do Văn hóa – Thông tin biên tập.", style="List Bullet 2")
    paper.add_heading("2. Trên trang thông tin", 2)
    paper.add_paragraph("Việc tiếp theo của danh sách ở trên:")
    paper.add_paragraph("Đăng trước ngày 25 hằng tháng.", style="List Number")
    signature(paper)


def notice(paper: Document) -> None:
    """Thông báo: the head typed with tabs in paragraphs, links, a quotation."""
    paper.add_paragraph("UBND PHƯỜNG HƯƠNG AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    paper.add_paragraph("\t\tĐộc lập - Tự do - Hạnh phúc")
    paper.add_paragraph("Số: 31/TB-UBND\t\tHương An, ngày 20 tháng 11 năm 2026")
    centred(paper, "THÔNG BÁO")
    centred(paper, "Về việc tiếp nhận hồ sơ vào sáng thứ Bảy")
    paragraph = paper.add_paragraph("Bà con tra cứu tại ")
    link(paragraph, "Cổng Dịch vụ công", "https://dichvucong.gov.vn/p/home?a=1&b=(2)_x")
    paragraph.add_run(" hoặc gửi thư đến ")
    link(paragraph, "hộp thư của phường", "mailto:phuong@example.vn")
    paragraph.add_run(". Mã <b>in đậm</b> & dấu *sao*, _gạch_, [ngoặc], {ngoặc} giữ nguyên.")
    paper.add_paragraph("“Việc hôm nay chớ để ngày mai.”", style="Quote")
    indented = paper.add_paragraph("Đoạn thụt vào vẫn là đoạn thường.")
    indented.paragraph_format.left_indent = Cm(2)
    paper.add_paragraph("# không phải tiêu đề, > không phải trích dẫn")
    paper.add_paragraph("Nơi nhận:")
    paper.add_paragraph("- Các tổ dân phố;")
    paper.add_paragraph("- Lưu: VT.")


def feature(paper: Document) -> None:
    """Bài tuyên truyền: Word's title, pictures with a description, with captions, with neither."""
    paper.add_paragraph("Một ngày ở Trung tâm Phục vụ hành chính công", style="Title")
    paper.add_paragraph("Bảy giờ sáng, chị cán bộ tư pháp đã mở máy đón người dân đầu tiên.")
    picture(paper, photograph(), "Người dân nộp hồ sơ tại quầy số 2")
    caption = paper.add_paragraph()
    caption.add_run("Ảnh: người dân nộp hồ sơ tại quầy số 2.").italic = True
    paper.add_heading("Nhanh hơn nhờ số hóa", 1)
    paper.add_paragraph("Trước đây mất ba buổi, nay chỉ một.")
    picture(paper, drawing(), "A picture containing text\n\nDescription automatically generated")
    paper.add_paragraph("Hình 2. Biểu đồ hồ sơ theo tháng", style="Caption")
    paper.add_paragraph("Bà con chỉ cần mang theo căn cước.")
    picture(paper, photograph(800, 600), "Picture 3")
    paper.add_paragraph("Phường cảm ơn bà con đã góp ý.")
    table = paper.add_table(2, 2)
    for column, said in enumerate(("Quầy số 1", "Quầy số 2")):
        run = table.cell(0, column).paragraphs[0].add_run()
        run.add_picture(io.BytesIO(photograph(600 + column, 400)), width=Inches(2))
        table.cell(1, column).paragraphs[0].add_run(f"Ảnh: {said}").italic = True


def tables(paper: Document) -> None:
    """Bảng: a plain one with its caption, one with a pipe and lists in cells, one without head."""
    paper.add_heading("Số liệu tiếp nhận hồ sơ tháng 10", 1)
    paper.add_paragraph("Số liệu của Trung tâm Phục vụ hành chính công phường trong tháng 10.")
    paper.add_paragraph("Bảng 1. Hồ sơ theo lĩnh vực", style="Caption")
    grid(paper, [["TT", "Lĩnh vực", "Tiếp nhận", "Đúng hạn"], ["1", "Hộ tịch", "212", "210"],
                 ["2", "Chứng thực | sao y", "640", "640"], ["3", "Đất đai", "57", ""]])  # fmt: skip
    paper.add_paragraph("Phân công:")
    table = grid(paper, [["Bộ phận", "Việc"], ["Tư pháp", ""]])
    fill(table, 1, 1, "Hộ tịch", "Chứng thực <bản sao>")
    paper.add_paragraph("Liên hệ:")
    grid(paper, [["Quầy 1", "Hộ tịch"], ["Quầy 2", "Đất đai"]], head=False)


def merged(paper: Document) -> None:
    """Bảng gộp ô: two rows of heads, cells merged down and across."""
    bold(paper, "LỊCH TIẾP CÔNG DÂN QUÝ IV CỦA PHƯỜNG HƯƠNG AN")
    paper.add_paragraph("Lãnh đạo UBND phường Hương An tiếp công dân theo lịch sau đây.")
    table = grid(paper, [["STT", "Tháng", "Buổi", ""], ["", "", "Sáng", "Chiều"],
                         ["1", "10/2026", "Chủ tịch", "Phó Chủ tịch"],
                         ["2", "11/2026", "Chủ tịch", "Chủ tịch"],
                         ["3", "", "Nghỉ lễ", ""]])  # fmt: skip
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(1, 1))
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(3, 1).merge(table.cell(4, 1))
    table.cell(4, 2).merge(table.cell(4, 3))
    paper.add_paragraph("Địa điểm: phòng tiếp công dân.")


def footnotes(paper: Document) -> None:
    """Chú thích: footnotes in the text and in a table, powers, struck words, a formula."""
    paper.add_paragraph("Giải đáp pháp luật về đất đai", style="Title")
    paragraph = paper.add_paragraph("Thửa đất 120 m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" được cấp giấy theo luật")
    note(paragraph, 2)
    paragraph.add_run(", không phải ")
    paragraph.add_run("đóng thêm").font.strike = True
    paragraph.add_run(" làm lại hồ sơ.")
    note(paper.add_paragraph("Thời hạn là 20 ngày"), 3)
    table = grid(paper, [["Loại", "Hạn"], ["Cấp mới", "20 ngày"]])
    note(table.cell(1, 1).paragraphs[0], 4)
    texts = {2: "Luật Đất đai, Điều 1.", 3: "Ngày làm việc.", 4: "Kể từ ngày đủ hồ sơ."}
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for n, text in texts.items()
    )
    add_part(paper, "footnotes", f"<w:footnotes {W}>{notes}</w:footnotes>")


def note(paragraph: Paragraph, number: int) -> None:
    raw_xml(paragraph, f'<w:r {W}><w:footnoteReference w:id="{number}"/></w:r>')


def add_part(paper: Document, name: str, xml: str) -> None:
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    part = Part(PackURI(f"/word/{name}.xml"), kind, xml.encode(), paper.part.package)
    base = FOOTNOTES.rsplit("/", 1)[0]
    paper.part.relate_to(part, f"{base}/{name}")


def reviewed(paper: Document) -> None:
    """Bản có theo dõi sửa đổi: insertions, deletions, comments, hidden text, a text box."""
    centred(paper, "Gương tốt: tổ dân phố số 4 giúp nhau nộp hồ sơ trực tuyến")
    paragraph = paper.add_paragraph("Tổ dân phố đã giúp ")
    raw_xml(
        paragraph, f'<w:del {W} w:id="1" w:author="a"><w:r><w:delText>10</w:delText></w:r></w:del>'
    )
    raw_xml(paragraph, f'<w:ins {W} w:id="2" w:author="a"><w:r><w:t>15</w:t></w:r></w:ins>')
    paragraph.add_run(" hộ nộp hồ sơ, ")
    hidden = paragraph.add_run("số điện thoại riêng của bác tổ trưởng, ")
    hidden.font.hidden = True
    end = paragraph.add_run("ai cũng khen.")
    paper.add_comment(end, text="Viết lại câu này", author="Lãnh đạo", initials="L")
    box = paper.add_paragraph("Xem khung bên cạnh.")
    raw_xml(box, f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
                 "<w:txbxContent><w:p><w:r><w:t>Đường dây nóng của tổ</w:t></w:r></w:p>"
                 "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")  # fmt: skip


TCVN3_TITLE = "Th«ng b¸o vÒ viÖc nép hå s¬ trùc tuyÕn"
TCVN3_TEXT = "UBND ph\u00adêng mêi bµ con ®Õn nép hå s¬, gi¶i quyÕt thñ tôc hµnh chÝnh."


def old_font(paper: Document) -> None:
    """Chữ TCVN3 phông .VnTime, tiêu đề .VnTimeH; một đoạn Unicode xen giữa."""
    paper.styles["Normal"].font.name = ".VnTime"
    title = centred(paper, TCVN3_TITLE)
    title.runs[0].font.name = ".VnTimeH"
    paper.add_paragraph(TCVN3_TEXT)
    paragraph = paper.add_paragraph()
    paragraph.add_run("Đoạn này gõ Unicode.").font.name = "Times New Roman"


def decision(paper: Document) -> None:
    """Quyết định: the head in three tables, nothing bold, an annex behind the signature."""
    for left, right in (("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                        ("PHƯỜNG HƯƠNG AN", "Độc lập - Tự do - Hạnh phúc"),
                        ("Số: 9/QĐ-UBND", "Hương An, ngày 02 tháng 11 năm 2026")):  # fmt: skip
        table = paper.add_table(1, 2)
        fill(table, 0, 0, left)
        fill(table, 0, 1, right)
    for text in ("QUYẾT ĐỊNH", "Về việc thành lập Tổ chuyển đổi số cộng đồng",
                 "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HƯƠNG AN",
                 "Căn cứ Nghị định số 63/2010/NĐ-CP;",
                 "Điều 1. Thành lập Tổ chuyển đổi số cộng đồng gồm 5 người.",
                 "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."):  # fmt: skip
        paper.add_paragraph(text)
    signature(paper)
    bold(paper, "PHỤ LỤC: DANH SÁCH")
    grid(paper, [["TT", "Chức danh"], ["1", "Tổ trưởng"]])


def letter(paper: Document) -> None:
    """Công văn: what it is about stands in the head; letters typed apart, NBSP, Ð, CR."""
    letterhead(paper, "88/UBND-VP", "rà soát thủ tục hành chính quý IV")
    paper.add_paragraph("Kính gửi: Các bộ phận thuộc UBND phường.")
    paper.add_paragraph(
        "Ðê\u0300 nghi\u0323 ca\u0301c bô\u0323 phâ\u0323n\u00a0ra\u0300 soát, gửi trước 25/12/2026."
    )
    signature(paper)


PAPERS: dict[str, Callable[[Document], None]] = {
    each.__name__: each
    for each in (
        report,
        plan,
        notice,
        feature,
        tables,
        merged,
        footnotes,
        reviewed,
        old_font,
        decision,
        letter,
    )
}


def save(folder: Path, name: str) -> Path:
    """Write one of `PAPERS` as Word would."""
    paper = docx.Document()
    PAPERS[name](paper)
    path = folder / f"{name}.docx"
    paper.save(path.as_posix())
    return path


def changed(path: Path, members: dict[str, bytes | None]) -> Path:
    """Write the file anew with other members, as a hand with bad intent would; None: left out."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    kept = {name: raw for name, raw in {**parts, **members}.items() if raw is not None}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, raw in kept.items():
            file.writestr(name, raw)
    return path


def edited(path: Path, name: str, old: str, new: str) -> Path:
    """Change words in one member."""
    with zipfile.ZipFile(path) as file:
        text = file.read(name).decode()
    assert old in text
    return changed(path, {name: text.replace(old, new).encode()})
