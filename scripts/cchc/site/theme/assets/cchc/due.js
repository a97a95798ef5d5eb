/**
 * The expected day of the result: a limit in days, counted from today with the page's calendar.
 *
 * Counting begins the day after the dossier is received; it is received on a working day; a limit
 * in plain days that ends on a day off ends on the next working day.
 */

const DAY = 24 * 60 * 60 * 1000;
const VIETNAM = 7 * 60 * 60 * 1000;
const NAMES = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

const iso = (day) => new Date(day).toISOString().slice(0, 10);
const named = (day) =>
  `${NAMES[new Date(day).getUTCDay()]}, ${iso(day).split("-").reverse().join("/")}`;

for (const list of document.querySelectorAll("[data-cchc-days]")) {
  const { first, last, off, worked } = list.dataset;
  const daysOff = new Set(off.split(" "));
  const extra = new Set(worked.split(" "));

  const works = (day) => {
    const weekday = new Date(day).getUTCDay();
    return extra.has(iso(day)) || (weekday % 6 !== 0 && !daysOff.has(iso(day)));
  };
  const nextWorked = (day) => {
    while (!works(day)) day += DAY;
    return day;
  };
  const after = (day, number, unit) => {
    if (unit === "ngay") return nextWorked(day + number * DAY);
    for (let left = number; left > 0; left -= 1) day = nextWorked(day + DAY);
    return day;
  };

  const today = Date.parse(iso(Date.now() + VIETNAM));
  const received = nextWorked(today);
  for (const limit of list.querySelectorAll("[data-value]")) {
    const result = after(received, Number(limit.dataset.value), limit.dataset.unit);
    // Outside the calendar nobody knows which days are off.
    if (iso(today) < first || iso(result) > last) continue;
    const when = received === today ? "hôm nay" : "ngày làm việc tới";
    const line = limit.querySelector(".due");
    const day = document.createElement("b");
    day.textContent = named(result);
    line.append(
      `Hồ sơ hợp lệ được nhận ${when} (${named(received)}): ngày trả kết quả dự kiến là `,
      day,
      ". Ngày ghi trên giấy hẹn mới là ngày chính thức.",
    );
    line.hidden = false;
  }
}
