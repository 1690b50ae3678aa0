#include "viz/server/task_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>
#include <vector>

namespace skillscale::server {
namespace {

TEST(TaskQueue, DoesTasksOneAfterTheOther) {
  std::vector<int> done;
  std::promise<void> last;
  TaskQueue queue(10);
  for (int at = 0; at < 5; ++at) EXPECT_TRUE(queue.add([&, at] { done.push_back(at); }));
  EXPECT_TRUE(queue.add([&] { last.set_value(); }));
  last.get_future().wait();
  EXPECT_EQ(done, (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST(TaskQueue, RefusesMoreThanItHolds) {
  std::promise<void> started, go;
  TaskQueue queue(2);
  EXPECT_TRUE(queue.add([&] {
    started.set_value();
    go.get_future().wait();
  }));
  started.get_future().wait();
  EXPECT_TRUE(queue.add([] {}));
  EXPECT_TRUE(queue.add([] {}));
  EXPECT_FALSE(queue.add([] {}));
  go.set_value();
}

TEST(TaskQueue, DropsWhatWaitsWhenItCloses) {
  std::promise<void> started, go;
  std::atomic<int> done{0};
  TaskQueue queue(10'000'000);
  queue.add([&] {
    started.set_value();
    go.get_future().wait();
    ++done;
  });
  started.get_future().wait();
  queue.add([&] { ++done; });
  std::thread closing([&] { queue.close(); });
  while (queue.add([&] { ++done; })) std::this_thread::yield();
  go.set_value();
  closing.join();
  EXPECT_EQ(done, 1) << "only the task that was at work";
}

}  // namespace
}  // namespace skillscale::server
