import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { FakeServer, json, NAMED_WARD, noNetwork, PROFILE, SESSION, signedIn } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';
import { heldClass, SEATED } from '../../testing/sample-classes.ts';

afterEach(cleanup);

const IN_ZALO = { accessToken: async () => 'zalo-token' };
const refusal = (code: string, message: string) => json({ error: { code, message } }, 409);

/** A server with one class; what the person does changes it. */
function serverOf(first: ClassReply, role: 'resident' | 'leader' | 'official' = 'resident') {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  signedIn(server);
  const user = {
    ...SESSION.user,
    role,
    ward: role === 'resident' ? null : 'an-binh',
    group: role === 'leader' ? 'to-1' : null,
  };
  server.replies.signIn = () => json({ ...SESSION, user });
  server.replies.me = () => json({ user, profile: PROFILE });
  let held = first;
  server.replies.classes = () => json({ ward: 'an-binh', classes: [held] });
  server.replies.oneClass = () => json(held);
  const reply = (change: Partial<ClassReply>) => {
    held = { ...held, ...change };
    return json({ place: held.mine, held });
  };
  return { server, reply, show: (change: Partial<ClassReply>) => (held = { ...held, ...change }) };
}
const open = (server: FakeServer, address: string) => openApp(server, address, IN_ZALO);
const ADDRESS = '/lop-hoc/lop?ma=lop-1';

describe('classes near home', () => {
  it('are listed with time, place and seats left; one of the person’s own stands first', async () => {
    const { server } = serverOf(heldClass());
    const own = heldClass({ id: 'lop-2', title: 'Nộp hồ sơ trên mạng', mine: SEATED });
    server.replies.classes = () => json({ ward: 'an-binh', classes: [heldClass(), own] });
    await open(server, '/lop-hoc');
    const mine = await screen.findByRole('region', { name: 'Lớp của bác' });
    expect(within(mine).getByRole('link')).toHaveTextContent(/Nộp hồ sơ trên mạng.*Bác đã có chỗ/);
    const others = screen.getByRole('region', { name: 'Các lớp sắp tới' });
    expect(within(others).getByRole('link')).toHaveTextContent(
      /14:00 Thứ Bảy, ngày 28\/11\/2026, đến 16:00.*Nhà văn hóa Tổ 1.*Còn 3\/10 chỗ/,
    );
    expect(screen.queryByRole('link', { name: /Mở lớp mới/ })).toBeNull();
  });

  it('are there without a network as they were last read, and without an account', async () => {
    const { server } = serverOf(heldClass());
    const app = await openApp(server, '/lop-hoc');
    await screen.findByText('Dùng điện thoại an toàn');
    server.replies.classes = noNetwork;
    await app.reopen('/lop-hoc');
    expect(await screen.findByText('Dùng điện thoại an toàn')).toBeVisible();
  });

  it('when there is none, says what to do meanwhile', async () => {
    const { server } = serverOf(heldClass());
    server.replies.classes = () => json({ ward: 'an-binh', classes: [] });
    await open(server, '/lop-hoc');
    expect(await screen.findByText(/Chưa có lớp nào sắp mở/)).toBeVisible();
  });
});

describe('a place in a class', () => {
  it('is asked for with a name to be called by, once however often the button is pressed, and given back', async () => {
    const { server, reply } = serverOf(heldClass());
    const bodies: unknown[] = [];
    let answer = () => {};
    server.replies.takePlace = async (_url, body) => {
      bodies.push(body);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return reply({ mine: SEATED, seats_left: 2 });
    };
    server.replies.giveUpPlace = () => reply({ mine: { ...SEATED, state: 'given_up' }, seats_left: 3 });
    const app = await open(server, ADDRESS);
    const button = await screen.findByRole('button', { name: 'Đăng ký' });
    await app.user.click(button);
    expect(screen.getByText('Xin ghi tên gọi, ví dụ: bác Lan.')).toBeVisible();
    await app.user.type(screen.getByRole('textbox', { name: /Tên gọi khi điểm danh/ }), 'bác Lan');
    await app.user.selectOptions(screen.getByRole('combobox', { name: /Tuổi/ }), '60 tuổi trở lên');
    await app.user.dblClick(button);
    await waitFor(() => expect(bodies).toHaveLength(1));
    answer();
    expect(await screen.findByText(/Bác đã có chỗ\. /)).toBeVisible();
    expect(bodies).toEqual([{ called_name: 'bác Lan', group: null, age_band: '60_up' }]);
    await app.user.click(screen.getByRole('button', { name: 'Không đi được, trả chỗ' }));
    await app.user.click(screen.getByRole('button', { name: 'Trả chỗ' }));
    expect(await screen.findByRole('button', { name: 'Đăng ký' })).toBeVisible();
  });

  it('of a full class is one on the waiting list, with its position', async () => {
    const { server, reply } = serverOf(heldClass({ state: 'full', seats_left: 0, waiting: 1 }));
    server.replies.takePlace = () => reply({ mine: { state: 'waiting', position: 2, attended: false }, waiting: 2 });
    const app = await open(server, ADDRESS);
    await app.user.type(await screen.findByRole('textbox', { name: /Tên gọi/ }), 'bác Lan');
    await app.user.click(screen.getByRole('button', { name: 'Ghi tên chờ' }));
    expect(await screen.findByText(/danh sách chờ, vị trí thứ 2/)).toBeVisible();
  });

  it('refused: the server’s reason is said, and the class is shown as it is now', async () => {
    const { server, show } = serverOf(heldClass());
    server.replies.takePlace = () => {
      show({ state: 'cancelled', cancel_reason: 'Mất điện' });
      return refusal('class_closed', 'Lớp này không còn nhận đăng ký.');
    };
    const app = await open(server, ADDRESS);
    await app.user.type(await screen.findByRole('textbox', { name: /Tên gọi/ }), 'bác Lan');
    await app.user.click(screen.getByRole('button', { name: 'Đăng ký' }));
    expect(await screen.findByText(/Lớp này đã hủy, xin đừng đến/)).toHaveTextContent('Lý do: Mất điện');
    expect(screen.queryByRole('button', { name: 'Đăng ký' })).toBeNull();
  });

  it('cannot be asked for without an account, and that is said', async () => {
    const { server } = serverOf(heldClass());
    const app = await openApp(server, ADDRESS);
    await app.user.type(await screen.findByRole('textbox', { name: /Tên gọi/ }), 'bác Lan');
    await app.user.click(screen.getByRole('button', { name: 'Đăng ký' }));
    expect(await screen.findByText(/Việc này cần tài khoản Zalo/)).toBeVisible();
    expect(server.called).not.toContain('POST takePlace');
  });
});

describe('checking in', () => {
  it('a scanned code is sent by itself', async () => {
    const { server, reply } = serverOf(heldClass({ state: 'running', mine: SEATED }));
    const bodies: unknown[] = [];
    server.replies.checkIn = (_url, body) => {
      bodies.push(body);
      return reply({ mine: { ...SEATED, attended: true } });
    };
    await open(server, `${ADDRESS}&diem-danh=7K2M9Q`);
    expect(await screen.findByText(/Đã ghi bác có mặt ở lớp này/)).toBeVisible();
    expect(bodies).toEqual([{ code: '7K2M9Q' }]);
  });

  it('a typed one that does not hold any more is said to be so, and can be typed again', async () => {
    const { server, reply } = serverOf(heldClass({ state: 'running', mine: SEATED }));
    server.replies.checkIn = () => refusal('check_in_wrong', 'Mã điểm danh không đúng hoặc đã đổi.');
    const app = await open(server, ADDRESS);
    await app.user.click(await screen.findByRole('button', { name: 'Đã đến lớp? Điểm danh' }));
    await app.user.type(screen.getByRole('textbox', { name: /Mã điểm danh/ }), 'CU2345');
    await app.user.click(screen.getByRole('button', { name: 'Tôi đã có mặt' }));
    expect(await screen.findByText('Mã điểm danh không đúng hoặc đã đổi.')).toBeVisible();
    server.replies.checkIn = () => reply({ mine: { ...SEATED, attended: true } });
    await app.user.click(screen.getByRole('button', { name: 'Tôi đã có mặt' }));
    expect(await screen.findByText(/Đã ghi bác có mặt ở lớp này/)).toBeVisible();
  });
});

describe('leading a class', () => {
  const places = [
    { id: 'p1', called_name: 'bác Lan', state: 'seated', position: null, attended: false },
    { id: 'p2', called_name: null, state: 'waiting', position: 1, attended: false },
  ] as const;

  it('a leader opens one for the own group from a course, in Vietnam’s time', async () => {
    const { server, show } = serverOf(heldClass(), 'leader');
    const bodies: unknown[] = [];
    server.replies.openClass = (_url, body) => {
      bodies.push(body);
      return json(show({ may_lead: true }));
    };
    const app = await open(server, '/lop-hoc');
    await app.user.click(await screen.findByRole('link', { name: /Mở lớp mới/ }));
    await app.user.click(await screen.findByRole('button', { name: 'Mở lớp' }));
    expect(screen.getByText('Xin ghi số chỗ, từ 1 đến 500.')).toBeVisible();
    expect(bodies).toEqual([]);
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Dạy theo khóa học' }), 'Nhận ra lừa đảo');
    expect(screen.getByRole('textbox', { name: 'Tên lớp' })).toHaveValue('Nhận ra lừa đảo');
    await app.user.type(screen.getByRole('textbox', { name: 'Địa điểm' }), 'Nhà văn hóa');
    await app.user.type(screen.getByLabelText('Ngày học'), '2026-11-28');
    await app.user.type(screen.getByLabelText('Giờ bắt đầu'), '14:00');
    await app.user.type(screen.getByLabelText('Giờ kết thúc'), '13:00');
    await app.user.type(screen.getByRole('spinbutton', { name: 'Số chỗ' }), '10');
    await app.user.type(screen.getByRole('textbox', { name: 'Người dạy' }), 'Cô Hoa');
    await app.user.click(screen.getByRole('button', { name: 'Mở lớp' }));
    expect(screen.getByText('Xin chọn giờ kết thúc, sau giờ bắt đầu.')).toBeVisible();
    await app.user.clear(screen.getByLabelText('Giờ kết thúc'));
    await app.user.type(screen.getByLabelText('Giờ kết thúc'), '16:00');
    await app.user.click(screen.getByRole('button', { name: 'Mở lớp' }));
    expect(await screen.findByRole('heading', { name: 'Dành cho người phụ trách' })).toBeVisible();
    expect(bodies).toEqual([
      {
        ...{ ward: 'an-binh', group: 'to-1', course: 'lua-dao', title: 'Nhận ra lừa đảo', place: 'Nhà văn hóa' },
        ...{
          starts_at: '2026-11-28T14:00:00+07:00',
          ends_at: '2026-11-28T16:00:00+07:00',
          seats: 10,
          teacher: 'Cô Hoa',
        },
      },
    ]);
  });

  it('a resident is told who may open one', async () => {
    await open(serverOf(heldClass()).server, '/lop-hoc/mo-lop');
    expect(await screen.findByText(/Chỉ tổ trưởng tổ dân phố và cán bộ/)).toBeVisible();
  });

  it('the roll is taken with one switch a person', async () => {
    const { server } = serverOf(heldClass({ may_lead: true, state: 'running' }), 'official');
    const roll = (attended: boolean) =>
      json({ held: heldClass({ may_lead: true }), places: [{ ...places[0], attended }, places[1]] });
    const bodies: unknown[] = [];
    server.replies.roll = () => roll(false);
    server.replies.takeRoll = (_url, body) => {
      bodies.push(body);
      return roll((body as { present: boolean }).present);
    };
    const app = await open(server, '/lop-hoc/diem-danh?ma=lop-1');
    const lan = await screen.findByRole('switch', { name: 'bác Lan: có mặt' });
    expect(screen.getByRole('switch', { name: 'Đã xóa tên: có mặt' })).toBeVisible();
    await app.user.click(lan);
    expect(await screen.findByText(/Có mặt 1\/1/)).toBeVisible();
    expect(lan).toBeChecked();
    await app.user.click(lan);
    expect(await screen.findByText(/Có mặt 0\/1/)).toBeVisible();
    expect(bodies).toEqual([
      { places: ['p1'], present: true },
      { places: ['p1'], present: false },
    ]);
  });

  it('the code is shown as a drawing to scan and as letters to type', async () => {
    const { server } = serverOf(heldClass({ may_lead: true }), 'official');
    server.replies.checkInCode = () => json({ code: '7K2M9Q', address: null, valid_until: '2026-11-28T07:05:00Z' });
    await open(server, '/lop-hoc/ma-diem-danh?ma=lop-1');
    expect(await screen.findByRole('img', { name: 'Mã vuông để quét' })).toBeVisible();
    expect(screen.getByText('7K2M9Q')).toBeVisible();
    expect(screen.getByText(/dùng đến 14:05/)).toBeVisible();
  });

  it('a class is cancelled with a reason, not without', async () => {
    const { server, show } = serverOf(heldClass({ may_lead: true }), 'official');
    const bodies: unknown[] = [];
    server.replies.cancelClass = (_url, body) => {
      bodies.push(body);
      return json(show({ state: 'cancelled', cancel_reason: 'Mưa bão' }));
    };
    const app = await open(server, ADDRESS);
    await app.user.click(await screen.findByRole('button', { name: 'Hủy lớp' }));
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByRole('button', { name: 'Hủy lớp' })).toBeDisabled();
    await app.user.type(dialog.getByRole('textbox', { name: 'Lý do' }), 'Mưa bão');
    await app.user.click(dialog.getByRole('button', { name: 'Hủy lớp' }));
    expect(await screen.findByText(/Lý do: Mưa bão/)).toBeVisible();
    expect(bodies).toEqual([{ reason: 'Mưa bão' }]);
  });

  it('the counts stand beside what is counted', async () => {
    const { server } = serverOf(heldClass(), 'official');
    server.replies.learningCounts = () =>
      json({
        ...{ ward: 'an-binh', from: '2025-12-31T17:00:00Z', until: '2026-11-21T17:00:00Z' },
        ...{ definition: 'Mỗi người đếm một lần.', people: 12, attendances: 20, certified: 3 },
        by_group: [{ group: 'Tổ dân phố 1', people: 12 }],
        by_age_band: [
          { age_band: '60_up', people: 9 },
          { age_band: null, people: 3 },
        ],
        targets: [{ name: 'Người dân có kỹ năng số', unit: '%', document: '43/KH-UBND' }],
      });
    await open(server, '/lop-hoc/ket-qua');
    expect(await screen.findByRole('heading', { name: 'Từ 01/01/2026 đến 21/11/2026' })).toBeVisible();
    expect(screen.getByText('Mỗi người đếm một lần.')).toBeVisible();
    expect(screen.getByRole('row', { name: '60 tuổi trở lên 9' })).toBeVisible();
    expect(screen.getByText(/Người dân có kỹ năng số/)).toHaveTextContent('43/KH-UBND');
  });
});
