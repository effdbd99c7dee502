import 'zmp-ui/zaui.css';
import { createRoot } from 'react-dom/client';
import { Route } from 'react-router-dom';
import { AnimationRoutes, App, Box, Button, Header, Page, Text, ZMPRouter } from 'zmp-ui';

/** The least that an app of zmp-ui is: its frame, a header, some words and buttons; it asks no server for anything. */
function Home() {
  return (
    <Page>
      <Header title="Shell" showBackIcon={false} />
      <Box p={4} mt={10}>
        <Text.Title>Xin chào</Text.Title>
        <Text>Trang này chỉ có khung của zmp-ui, để so thời gian mở.</Text>
        <Button fullWidth>Một nút bấm</Button>
      </Box>
    </Page>
  );
}

const mount = document.getElementById('app');
if (mount === null) throw new Error('The page has no #app element');
createRoot(mount).render(
  <App>
    <ZMPRouter>
      <AnimationRoutes>
        <Route path="/" element={<Home />} />
      </AnimationRoutes>
    </ZMPRouter>
  </App>,
);
