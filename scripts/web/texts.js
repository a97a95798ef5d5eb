/** Every text that the search shows or has read aloud. */

export const LOADING = "Đang tải danh mục…";
export const FAILED = "Chưa tải được danh mục để tìm.";
export const RETRY = "Thử lại";
export const LIST = "Xem danh sách thủ tục A–Z";
export const FIELDS = "Xem thủ tục theo lĩnh vực";
export const FIELDS_NEAR = "Lĩnh vực gần nhất:";
export const ADVICE = "Thử bớt từ, hoặc gõ tên việc cần làm: khai sinh, tạm trú, chứng thực…";
export const PORTAL = "Tìm trên Cổng Dịch vụ công quốc gia";
export const NOT_FOUND = "Chưa thấy điều cần tìm?";
export const RESULTS = "Kết quả tìm kiếm";
export const START = "Gõ tên thủ tục, giấy tờ cần làm hoặc mã thủ tục vào ô tìm kiếm.";
export const KEYS_HINT = "Phím mũi tên để chọn, Enter để mở.";

export const GROUPS = /** @type {const} */ ([["e", "Việc trong đời"], ["p", "Thủ tục"], ["n", "Tin bài"], ["t", "Trang khác"]]);

export const phone = (/** @type {string} */ number) => `Gọi điện cho phường: ${number}`;
export const none = (/** @type {string} */ query) => `Không tìm thấy kết quả nào cho “${query}”.`;
export const count = (/** @type {number} */ total) => `${total} kết quả`;
export const nearOnly = (/** @type {number} */ total) =>
  `Không có mục nào đủ các từ đã gõ; ${total} mục gần nhất`;
export const all = (/** @type {number} */ total) => `Xem cả ${total} kết quả`;
export const more = (/** @type {number} */ rest) => `Hiện thêm ${rest} kết quả`;
export const inPapers = "có trong hồ sơ: ";
export const alsoCalled = "còn gọi là: ";
