package dev.headgate.server.plugins;

import dev.headgate.spi.JobListener;
import dev.headgate.spi.PluginException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Calls into one plugin: with its class loader as the thread's context class loader, which is set
 * back afterwards. Calls that come back through a {@link JobListener} see the caller's again.
 */
final class PluginCalls {
  private final String plugin;
  private final ClassLoader loader;

  PluginCalls(String plugin, ClassLoader loader) {
    this.plugin = plugin;
    this.loader = loader;
  }

  <R> R call(Callable<R> action) throws Exception {
    return with(loader, action);
  }

  /** The same thing, called as this class does. */
  <T> T wrap(Class<T> type, T target) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          ClassLoader caller = Thread.currentThread().getContextClassLoader();
          Object[] given = listenersBackTo(caller, arguments);
          try {
            return with(loader, () -> invoke(target, method, given));
          } catch (LinkageError e) {
            throw new PluginException("plugin '" + plugin + "' is broken: " + e, e);
          } catch (Exception e) {
            throw expected(method, e) ? e : new PluginException("plugin '" + plugin + "': " + e, e);
          }
        });
  }

  /** Other languages on the JVM throw checked exceptions that a method does not declare. */
  private static boolean expected(Method method, Exception e) {
    return e instanceof RuntimeException
        || Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(e));
  }

  private static Object[] listenersBackTo(ClassLoader caller, Object[] arguments) {
    if (arguments == null) {
      return null;
    }
    Object[] given = arguments.clone();
    for (int i = 0; i < given.length; i++) {
      if (given[i] instanceof JobListener listener) {
        given[i] =
            proxy(
                JobListener.class,
                (proxy, method, values) -> with(caller, () -> invoke(listener, method, values)));
      }
    }
    return given;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  private static <R> R with(ClassLoader context, Callable<R> action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context);
    try {
      return action.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
