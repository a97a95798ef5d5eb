/**
 * Everyday words and abbreviations, and what official names call the same thing. A procedure's own
 * other names belong into its file (ten_goi_khac, tu_khoa); here stands what holds for many of them.
 */

import { hasMarks, words } from "./fold.js";

/** @typedef {import("./fold.js").Word} Word */

/** @type {ReadonlyArray<readonly [said: string[], meant: string[]]>} */
const TABLE = [
  // Abbreviations
  [["CCCD", "CMND", "CMT", "chứng minh thư", "chứng minh nhân dân", "chứng minh", "thẻ căn cước công dân",
    "căn cước công dân", "làm căn cước"], ["thẻ căn cước"]],
  [["HKD"], ["hộ kinh doanh"]],
  [["HTX"], ["hợp tác xã"]],
  [["GCN"], ["giấy chứng nhận"]],
  [["GPXD"], ["giấy phép xây dựng"]],
  [["BHYT", "thẻ bảo hiểm"], ["bảo hiểm y tế"]],
  [["bảo hiểm y tế"], ["BHYT"]],
  [["BHXH"], ["bảo hiểm xã hội"]],
  [["bảo hiểm xã hội"], ["BHXH"]],
  [["UBND"], ["ủy ban nhân dân"]],
  [["TTHC"], ["thủ tục hành chính"]],
  [["ATTP", "vệ sinh an toàn thực phẩm", "VSATTP"], ["an toàn thực phẩm"]],
  [["TNXP"], ["thanh niên xung phong"]],
  [["NVQS", "đi bộ đội", "đi lính"], ["nghĩa vụ quân sự"]],
  [["VNeID", "định danh mức 2"], ["tài khoản định danh điện tử"]],
  // Lost or spoilt papers
  [["mất", "bị mất", "làm lại", "xin lại"], ["cấp lại"]],
  // Residence
  [["KT3"], ["đăng ký tạm trú"]],
  [["hộ khẩu", "sổ hộ khẩu", "nhập hộ khẩu", "chuyển khẩu", "chuyển hộ khẩu", "nhập khẩu", "nhập khẩu cho con"],
    ["đăng ký thường trú"]],
  [["cắt khẩu", "xóa hộ khẩu", "xóa khẩu"], ["xóa đăng ký thường trú"]],
  [["tách khẩu", "tách hộ khẩu", "tách sổ hộ khẩu"], ["tách hộ"]],
  [["ở trọ", "thuê trọ", "nhà trọ"], ["tạm trú"]],
  [["giấy xác nhận cư trú", "xác nhận cư trú", "xác nhận nơi ở", "xác nhận nơi cư trú", "CT07"], ["xác nhận thông tin về cư trú"]],
  // Civil status
  [["giấy độc thân", "độc thân", "giấy xác nhận độc thân", "chưa vợ", "chưa chồng"], ["tình trạng hôn nhân"]],
  [["cưới", "làm đám cưới", "hôn thú", "giấy hôn thú", "giấy kết hôn", "lấy chồng", "lấy vợ", "cưới vợ"], ["đăng ký kết hôn"]],
  [["ly dị"], ["ly hôn"]],
  [["báo tử", "giấy báo tử", "chứng tử", "giấy chứng tử", "qua đời", "người chết", "người mất"], ["đăng ký khai tử"]],
  [["giấy khai sinh cho con", "khai sinh cho con", "khai sinh cho bé", "sinh con", "em bé", "giấy khai sinh"],
    ["đăng ký khai sinh"]],
  [["mất giấy khai sinh", "làm lại giấy khai sinh", "làm lại khai sinh", "cấp lại giấy khai sinh", "cấp lại khai sinh"],
    ["đăng ký lại khai sinh", "bản sao giấy khai sinh"]],
  [["trích lục khai sinh", "trích lục"], ["bản sao trích lục hộ tịch"]],
  [["đổi tên", "sửa tên", "sai tên", "đổi họ", "sửa giấy khai sinh", "sửa khai sinh", "cải chính giấy khai sinh",
    "cải chính khai sinh", "sửa ngày sinh", "sai ngày sinh",
    "đổi ngày sinh", "thay đổi ngày sinh"],
    ["thay đổi cải chính thông tin hộ tịch"]],
  [["nhận con ngoài giá thú", "con ngoài giá thú"], ["nhận cha mẹ con"]],
  [["xin con nuôi", "nhận con nuôi", "nhận nuôi", "nhận nuôi con"], ["đăng ký việc nuôi con nuôi"]],
  // Certification
  [["công chứng", "sao y", "sao y bản chính", "photo công chứng", "công chứng giấy tờ", "sao y công chứng"],
    ["chứng thực bản sao"]],
  [["hợp đồng"], ["giao dịch"]],
  [["mua bán đất", "sang tên đất", "mua bán nhà", "hợp đồng mua bán nhà đất"],
    ["chứng thực giao dịch quyền sử dụng đất nhà ở"]],
  [["sơ yếu lý lịch", "giấy ủy quyền", "ủy quyền", "xác nhận chữ ký", "lý lịch"], ["chứng thực chữ ký"]],
  [["dịch giấy tờ", "dịch thuật", "bản dịch"], ["chứng thực chữ ký người dịch"]],
  [["thừa kế", "chia tài sản", "chia thừa kế"], ["phân chia di sản"]],
  // Land and building
  [["sổ đỏ", "sổ hồng", "bìa đỏ", "làm sổ đỏ", "GCNQSDĐ"], ["giấy chứng nhận quyền sử dụng đất"]],
  [["xây nhà", "làm nhà", "xin xây nhà", "giấy phép xây nhà", "cất nhà"], ["giấy phép xây dựng mới"]],
  [["sửa nhà", "sửa chữa nhà"], ["giấy phép xây dựng sửa chữa cải tạo"]],
  [["kiện đất", "giành đất", "lấn đất"], ["tranh chấp đất đai"]],
  [["chặt cây"], ["chặt hạ cây xanh"]],
  // Trade
  [["đăng ký HKD", "đăng ký hộ kinh doanh"], ["đăng ký thành lập hộ kinh doanh"]],
  [["đăng ký HTX", "đăng ký hợp tác xã"], ["đăng ký thành lập hợp tác xã"]],
  [["mở quán", "mở tiệm", "mở cửa hàng", "mở shop", "giấy phép kinh doanh", "đăng ký kinh doanh", "buôn bán nhỏ"],
    ["đăng ký thành lập hộ kinh doanh"]],
  [["đóng quán", "đóng cửa hàng", "nghỉ bán", "nghỉ kinh doanh", "trả giấy phép kinh doanh"],
    ["chấm dứt hoạt động hộ kinh doanh"]],
  [["quán ăn", "nhà hàng", "quán cơm"], ["dịch vụ ăn uống"]],
  [["quán net", "tiệm net", "quán game", "internet"], ["trò chơi điện tử công cộng"]],
  [["nuôi tôm", "nuôi cá"], ["nuôi trồng thủy sản"]],
  [["ghe", "thuyền", "xuồng", "xuồng máy", "đò"], ["phương tiện thủy nội địa"]],
  // Allowances
  [["tiền già", "tiền người già", "người già", "người cao tuổi", "trợ cấp người già"], ["trợ cấp hưu trí xã hội"]],
  [["tàn tật", "người tàn tật"], ["khuyết tật"]],
  [["đám tang", "ma chay", "chôn cất", "tiền mai táng"], ["hỗ trợ chi phí mai táng"]],
  [["hỏa thiêu"], ["hỏa táng"]],
  [["thương binh"], ["người có công"]],
];

const MOST_VARIANTS = 8;

/** Keys by their first folded word, longest first, so that "sổ hộ khẩu" goes before "hộ khẩu". */
const ENTRIES = TABLE.flatMap(([said, meant]) =>
  said.map((phrase) => ({ said: words(phrase), meant: meant.map(words) })),
).sort((one, other) => other.said.length - one.said.length);

/**
 * True when the query says the phrase here: the same letters, and marks that speak for it on more than
 * half of the words (none typed counts for it), so that "số đo" is not "sổ đỏ" but "giáy khai sinh" is meant.
 * @param {Word[]} query
 * @param {number} at
 * @param {Word[]} said
 * @returns {boolean}
 */
function standsAt(query, at, said) {
  const typed = query.slice(at, at + said.length);
  if (typed.map((word) => word.key).join(" ") !== said.map((word) => word.key).join(" ")) return false;
  const agreeing = typed.filter((word, i) => !hasMarks(word) || word.toned === said[i].toned);
  return agreeing.length * 2 > said.length;
}

/**
 * The query as typed, and as official names would say it, one list of words each.
 * @param {Word[]} query
 * @returns {Word[][]}
 */
export function variants(query) {
  const found = [query];
  for (const { said, meant } of ENTRIES) {
    const at = query.findIndex((_, i) => standsAt(query, i, said));
    if (at < 0) continue;
    const [before, behind] = [query.slice(0, at), query.slice(at + said.length)];
    found.push(...meant.map((official) => [...before, ...official, ...behind]));
  }
  return found.slice(0, MOST_VARIANTS);
}
