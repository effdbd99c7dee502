import { appReply } from '@phuong-so/shared/contracts/app';
import { APP_NAME } from '@phuong-so/shared/domain/app-name';
import { route } from '../route.ts';

export const app = route({
  method: 'get',
  path: '/api/v1/app',
  summary: 'Tên ứng dụng, các địa chỉ chính thức và việc mở liên kết ra ngoài',
  sameForAll: true,
  reply: appReply,
  handle(_input, { library, externalLinks }) {
    return {
      app_name: APP_NAME,
      external_links: externalLinks ? 'on' : 'off',
      links: library.links.map(({ id, name, url, whatFor }) => ({ id, name, url, what_for: whatFor })),
    };
  },
});
