// The calls in use, named one by one: the lazy chunk then holds these and not the whole SDK (59 KB gzip).
export {
  followOA,
  getAccessToken,
  getLocation,
  getSystemInfo,
  nativeStorage,
  openChat,
  openOutApp,
  openPhone,
  openShareSheet,
  requestSendNotification,
} from 'zmp-sdk/apis';
