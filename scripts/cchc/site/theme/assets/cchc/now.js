/** What changes with the hour and the day: whether a counter is open, which notices hold. */

const VIETNAM_MS = 7 * 3600e3;
const DAY_MS = 24 * 3600e3;
const MINUTE_MS = 60e3;
const WEEK = 7;
const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/** The time in Vietnam, whatever the telephone's zone: read its UTC parts. */
const now = () => new Date(Date.now() + VIETNAM_MS);
const dayOf = (time) => time.toISOString().slice(0, 10);
const hourOf = (time) => time.toISOString().slice(11, 16);
const clock = (hour) => hour.replace(/^0/, "");

/** How a coming day is called on a day: hôm nay, ngày mai, thứ Hai, thứ Hai 04/01. */
function called(day, today) {
  const away = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
  if (away === 1) return "ngày mai";
  const weekday = WEEKDAYS[new Date(day).getUTCDay()];
  return away < WEEK ? weekday : `${weekday} ${day.slice(8)}/${day.slice(5, 7)}`;
}

/** Whether a counter is open, and what to say of it; null where the page does not know. */
function state({ until, days }, time) {
  const [today, hour] = [dayOf(time), hourOf(time)];
  if (today > until) return null;
  const times = days.find(([day]) => day === today)?.slice(1) ?? [];
  const open = times.find(([from, to]) => from <= hour && hour < to);
  if (open) return { open: true, words: `Đang mở cửa đến ${clock(open[1])}` };
  const later = times.find(([from]) => hour < from);
  const again = times.some(([, to]) => to <= hour) ? "mở lại" : "mở cửa";
  if (later) return { open: false, words: `Đang đóng cửa, ${again} lúc ${clock(later[0])}` };
  const next = days.find(([day]) => day > today);
  if (!next) return null;
  const words = `Đang đóng cửa, mở lại ${called(next[0], today)} lúc ${clock(next[1][0])}`;
  return { open: false, words };
}

function showOpening(place) {
  const line = place.querySelector("[data-cchc-now]");
  const said = state(JSON.parse(place.dataset.cchcOpening), now());
  line.hidden = said === null;
  if (said === null || line.textContent === said.words) return;
  line.textContent = said.words;
  line.classList.toggle("is-open", said.open);
}

function showNotices(bar) {
  const today = dayOf(now());
  for (const notice of bar.children) {
    const { from, to } = notice.dataset;
    notice.hidden = today < from || today > to;
  }
  bar.hidden = [...bar.children].every((notice) => notice.hidden);
}

function show() {
  document.querySelectorAll("[data-cchc-opening]").forEach(showOpening);
  document.querySelectorAll("[data-cchc-notices]").forEach(showNotices);
}

show();
setInterval(show, MINUTE_MS);
document.addEventListener("visibilitychange", show);
