import { workNoticesReply } from '@phuong-so/shared/contracts/work-notices';
import { personaDigest, readDigest } from '../../flows/work/work-notices.ts';
import { route } from '../route.ts';
import { currentSession, requireSession } from '../sign-in.ts';

export const workNotices = route({
  method: 'get',
  path: '/api/v1/work-notices',
  summary: 'Việc mà người đang đăng nhập được nhắc hôm nay; trống với ai không phải cán bộ',
  access: 'signed_in',
  reply: workNoticesReply,
  async handle({ session }, deps) {
    const { subject, role, ward, unit, demo } = await currentSession(deps, requireSession(session));
    const today = deps.clock.today();
    const isOfficial = role === 'official' || role === 'admin';
    if (!isOfficial || ward === null) return { as_of: today, lead: null, notices: [] };
    const { lead, notices } = demo
      ? await personaDigest(deps.work, { subject, ward, unit, today })
      : await readDigest({ ...deps.work, reminders: deps.workReminders }, { subject, ward, unit, today });
    return { as_of: today, lead, notices: [...notices] };
  },
});
