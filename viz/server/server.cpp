// Boost 1.74's asio lacks this include for C++20.
#include "viz/server/server.h"

#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <system_error>
#include <utility>

#include "sim/error.h"
#include "viz/server/connection.h"
#include "viz/server/local_addresses.h"
#include "viz/server/site.h"

namespace skillscale::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
using namespace std::chrono_literals;

constexpr int most_connections = 256, most_of_an_address = 16;

/// A folder of our own that goes with us.
class ScratchFolder {
 public:
  ScratchFolder() {
    auto name = (std::filesystem::temp_directory_path() / "skillscale-serve-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw sim::StorageError(name +
                              ": cannot be made\n  next: set TMPDIR to a folder on a disk "
                              "with free space");
    }
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

[[noreturn]] void refuse_port(const Settings& settings, const Error& error) {
  const auto port = std::to_string(settings.port);
  const bool is_taken = error == asio::error::address_in_use;
  throw sim::StorageError(
      "port " + port +
      (is_taken ? " is in use by another program" : " cannot be opened: " + error.message()) +
      "\n  allowed: 1024 to 65535, or 0 for any that is free\n"
      "  next: end the other program, or give another --port");
}

tcp::acceptor open(asio::io_context& context, const Settings& settings) {
  const auto address =
      settings.has_room ? asio::ip::address_v4::any() : asio::ip::address_v4::loopback();
  tcp::acceptor acceptor(context);
  Error error;
  acceptor.open(tcp::v4(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(tcp::endpoint(address, settings.port), error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) refuse_port(settings, error);
  return acceptor;
}

/// How many connections there are, in all and of each address.
class Counts {
 public:
  /// Counts one more, unless there is no place for it.
  bool take(const std::string& peer) {
    const auto known = of_.find(peer);
    const bool has_many = known != of_.end() && known->second >= most_of_an_address;
    if (total_ >= most_connections || (has_many && peer != "127.0.0.1")) return false;
    ++of_[peer];
    ++total_;
    return true;
  }
  void leave(const std::string& peer) {
    --total_;
    if (--of_[peer] == 0) of_.erase(peer);
  }

 private:
  std::map<std::string, int> of_;
  int total_ = 0;
};

/// Accepts connections, as many as there is place for, until it is told to stop.
class Listener {
 public:
  Listener(asio::io_context& context, tcp::acceptor acceptor, Answer answer,
           const std::atomic<bool>& stop)
      : context_(context),
        acceptor_(std::move(acceptor)),
        timer_(context),
        answer_(std::move(answer)),
        stop_(stop) {}

  void begin() {
    accept();
    look_for_stop();
  }

 private:
  void accept() {
    acceptor_.async_accept([this](Error error, tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (!error) take(std::move(socket));
      // Without file descriptors the next try would fail at once, and the one after it.
      if (error) return pause();
      accept();
    });
  }

  void pause() {
    const auto wait = std::make_shared<asio::steady_timer>(context_, 100ms);
    wait->async_wait([this, wait](Error) { accept(); });
  }

  void take(tcp::socket socket) {
    Error error;
    const auto peer = socket.remote_endpoint(error).address().to_string();
    if (error) return;
    if (!counts_->take(peer)) return turn_away(std::move(socket));
    serve_connection(std::move(socket), answer_, [counts = counts_, peer] { counts->leave(peer); });
  }

  void look_for_stop() {
    if (stop_) return context_.stop();
    timer_.expires_after(100ms);
    timer_.async_wait([this](Error) { look_for_stop(); });
  }

  asio::io_context& context_;
  tcp::acceptor acceptor_;
  asio::steady_timer timer_;
  Answer answer_;
  const std::atomic<bool>& stop_;
  std::shared_ptr<Counts> counts_ = std::make_shared<Counts>();
};

}  // namespace

void serve(const Settings& settings, const std::atomic<bool>& stop,
           const std::function<void(const Standing&)>& begun) {
  const ScratchFolder scratch;
  asio::io_context context(1);
  auto acceptor = open(context, settings);
  const auto port = ":" + std::to_string(acceptor.local_endpoint().port());
  Standing standing{"http://127.0.0.1" + port, "", "", {}};
  const auto others = settings.has_room ? local_addresses() : std::vector<std::string>();
  for (const auto& other : others) standing.others.push_back("http://" + other + port);
  const auto address = others.empty() ? standing.address : standing.others.front();
  Site site(settings, scratch.path(), address);
  if (site.room() != nullptr) {
    standing.room = site.room()->link();
    standing.code = site.room()->room().code();
  }
  Listener listener(
      context, std::move(acceptor),
      [&](const Request& request, const Reply& reply) { site.answer(request, reply); }, stop);
  listener.begin();
  begun(standing);
  context.run();
}

}  // namespace skillscale::server
