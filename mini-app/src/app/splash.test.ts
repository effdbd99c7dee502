import '@testing-library/jest-dom/vitest';
import { screen } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { showSplash, tellFailure } from './splash.ts';

it('says what opens, and what to do when it does not', () => {
  document.body.innerHTML = '<div id="app">old</div>';
  const mount = document.getElementById('app') as HTMLElement;
  showSplash(mount);
  expect(screen.getByRole('status')).toHaveTextContent('Đang mở…');
  expect(mount).not.toHaveTextContent('old');
  tellFailure(mount);
  expect(screen.getByRole('alert')).toHaveTextContent('Xin kiểm tra mạng');
  expect(screen.getByRole('button', { name: 'Mở lại' })).toBeVisible();
});
