import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

/** One step back; on a page that was opened directly (deep link, reload in a new window) back to the chat instead. */
export function useGoBack(): () => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  return useCallback(() => {
    // The router gives the first page of a visit this key.
    if (key === 'default') navigate('/', { replace: true });
    else navigate(-1);
  }, [navigate, key]);
}
