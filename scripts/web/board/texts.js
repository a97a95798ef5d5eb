/** Every text that the board itself shows; what the data say comes from niem-yet/board.json. */

export const LOADING = "Đang tải danh mục thủ tục…";
export const FAILED = "Chưa tải được danh mục thủ tục.";
export const FAILED_WHY = "Mạng có thể đang mất. Bảng tự thử lại sau ít giây.";
export const RETRY = "Thử lại";

export const START = "Bạn cần làm thủ tục gì?";
export const FIND = "Tìm thủ tục";
export const FIND_HOW = "Gõ chữ không cần dấu: đất đai thì gõ dat dai";
export const LIVES = "Việc trong đời";
export const FIELDS = "Lĩnh vực";
export const CHANGES = "Thay đổi mới";
export const NO_CHANGES = "Chưa có thay đổi nào được ghi.";
export const UNKNOWN_PLACE = "Không có mục này trong danh mục. Mời chọn lại từ trang đầu.";

export const TYPE = "Gõ tên việc cần làm, tên giấy tờ hoặc mã thủ tục.";
export const BOX = "Tìm thủ tục, gõ không cần dấu";
export const KEYS = "Bàn phím trên màn hình";
export const SPACE = "Dấu cách";
export const ERASE = "Xóa một chữ";
export const CLEAR = "Xóa hết";
export const DIGITS = "Số";
export const LETTERS = "Chữ";
export const MORE_WORDS = "Còn nhiều kết quả nữa: gõ thêm chữ cho sát hơn.";
export const ASK_COUNTER = "Không thấy việc cần tìm? Hỏi người ở quầy tiếp nhận.";

export const BACK = "Quay lại";
export const HOME = "Trang đầu";
export const SEARCH = "Tìm";
export const NEWS = "Thay đổi";
export const DOWN = "Xem tiếp";
export const UP = "Lên đầu";
export const WAYS = "Đi đến";

export const CODE = "Mã thủ tục";
export const CALLED = "Quen gọi";
export const SCAN = "Quét mã bằng điện thoại để đọc đầy đủ";
export const CUT = "Đây là bản ghi vắn tắt.";
export const askWhom = (/** @type {string} */ whom) => `Cần đọc đầy đủ thì hỏi ${whom}.`;
export const INSTEAD = "Nay làm theo";
export const NOT_HERE = "chưa có trong danh mục của phường";
export const ORIGINALS = "bản chính";
export const COPIES = "bản sao";
export const UNCLEAR = "chưa rõ";
export const countsUnclear = "Số bản: chưa rõ";
export const COMING = "Sắp có hiệu lực";

export const IDLE = "Bạn còn xem không?";
export const seconds = (/** @type {number} */ left) => `Còn ${left} giây nữa về trang đầu.`;
export const GO_ON = "Chạm để tiếp tục";
export const TOUCH = "Chạm vào màn hình để bắt đầu";
export const WELCOME = "Cần làm thủ tục gì?";
export const WELCOME_HOW = "Xem cần mang theo giấy tờ gì, bao lâu có kết quả, tốn bao nhiêu, nộp ở đâu.";
export const procedures = (/** @type {number} */ count) => `${count} thủ tục`;
export const updated = (/** @type {string} */ day) => `Dữ liệu ngày ${day}`;
