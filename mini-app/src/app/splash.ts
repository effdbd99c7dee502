const WORDS = 'Hỏi kế hoạch của phường, xem thông báo, tìm thủ tục và học kỹ năng số. Không cần đăng nhập.';

/** What is on the screen until the app has come; without React, which comes with it. */
export function showSplash(mount: HTMLElement): void {
  const splash = element('div', 'splash');
  const state = element('p', 'splash__state', 'Đang mở…');
  state.setAttribute('role', 'status');
  splash.append(element('p', 'splash__name', 'Phường Số'), element('p', 'splash__words', WORDS), state);
  mount.textContent = '';
  mount.append(splash);
}

/** The app's own files did not come. */
export function tellFailure(mount: HTMLElement): void {
  const state = mount.querySelector('.splash__state');
  if (state === null) return;
  const again = element('button', 'button button--quiet', 'Mở lại');
  again.addEventListener('click', () => window.location.reload());
  state.setAttribute('role', 'alert');
  state.textContent = 'Chưa mở được. Xin kiểm tra mạng Wi-Fi hoặc 4G rồi bấm “Mở lại”.';
  state.after(again);
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
